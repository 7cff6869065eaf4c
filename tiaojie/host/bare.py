"""A bare host (单机): a private RabbitMQ and PostgreSQL in one folder, and sites that use them."""

from collections.abc import Iterator
from pathlib import Path

from shared.access.keys import create_keys, site_id
from shared.access.vault import Vault
from shared.ledger.database import Database
from shared.ledger.migrate import upgrade
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.host.broker import Broker
from tiaojie.host.definitions import members, wanted
from tiaojie.host.passwords import obtain
from tiaojie.host.postgres import Postgres
from tiaojie.host.rights import Client
from tiaojie.host.setup import set_up

SITE = "tiaojie"


class BareHost:
    """`folder` is the data folder of the host's own site; the servers lie in `host` below it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.broker = Broker(self.folder / "host" / "broker", self.folder / "secrets")
        self.postgres = Postgres(self.folder / "host" / "postgres")

    def start(self) -> None:
        """Start both, or find them running; raises BrokerMissing, BrokerFailed, PostgresMissing."""
        self.folder.mkdir(mode=0o711, parents=True, exist_ok=True)
        self.broker.start()
        self.postgres.start()

    def stop(self) -> None:
        """Stop both; raises BrokerFailed, PostgresFailed."""
        self.broker.stop()
        self.postgres.stop()

    def servers(self, site: str = SITE) -> dict[str, str]:
        """The settings that name this host's servers to one of its sites."""
        return {
            "bus": self.broker.bus_url(site),
            "admin": self.broker.admin_url,
            "database": self.postgres.url(_prefix(site)),
            "secrets": str(self.folder / "secrets"),
        }

    def settings(self, data: Path, site: str = SITE, **more: str) -> SiteSettings:
        """The settings of a site of this host whose data lie in `data`."""
        return SiteSettings(data=data.absolute(), **self.servers(site), **more)

    def settle(
        self, settings: SiteSettings, clients: tuple[Client, ...] | None = None
    ) -> Iterator[str]:
        """Make a site's keys, databases and vhost, and say each change; what is there stays. With
        a list of clients those not in it go; without one none may be there.
        """
        Vault.open_folder(settings.key_folder)
        if create_keys(settings.key_folder):
            yield f"新增 密钥 {settings.key_folder}"
        site = settings.bus.rpartition("/")[2]
        self.postgres.create(_prefix(site), services.ORDER)
        for name in services.ORDER:
            database = Database(settings.database_of(name))
            upgrade(database, name)
            database.close()
        definitions = wanted(members(), clients or (), (), site_id(settings.key_folder), site)
        users = [user["name"] for user in definitions["users"]]
        passwords, _ = obtain(settings.secret_folder, users)
        yield from set_up(
            self.broker.management(), definitions, passwords, removes=clients is not None
        )


def _prefix(site: str) -> str:
    """What a site's databases begin with: a name that SQL takes without quotes."""
    return site.replace("-", "_").replace(".", "_")
