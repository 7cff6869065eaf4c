"""Settings of one site (站点): where its data lie and how loudly it talks."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

FILE = "site.env"


@dataclass(frozen=True)
class SiteSettings:
    """Read once at start. Every field has an environment twin `TIAOJIE_<FIELD>`; what the
    environment leaves out may stand in `site.env` of the data folder, which `tiaojie up` writes.

    data      folder of databases, objects, keys and the door's token file
    database  SQLAlchemy URL with `{service}`; empty: SQLite files in `data`
    bus       AMQP URL without user, its vhost is the site; empty: embedded, in this process
    secrets   folder of passwords: `bus.<user>`, `database.<service>`; empty: `secrets` in `data`
    keys      folder of keys; empty: `keys` in `data`
    admin     URL of the broker's management API, for those who set it up and examine it
    probes    `host:port` of /livez, /readyz and /metrics; empty: none
    division  12-digit code of the region this site serves; the source of its entries
    log       debug | info | warning
    stamp     a word printed across every page, such as 演示; empty in earnest
    clock     a file that tells the time, for stories; only with a stamp
    """

    data: Path = Path("var")
    database: str = ""
    bus: str = ""
    secrets: str = ""
    keys: str = ""
    admin: str = ""
    probes: str = ""
    division: str = "220000000000"
    log: str = "warning"
    stamp: str = ""
    clock: str = ""

    @classmethod
    def read(
        cls, environment: Mapping[str, str] = os.environ, data: Path | None = None
    ) -> "SiteSettings":
        """Settings with defaults for what is said nowhere; `data` goes before the environment."""
        folder = data or Path(environment.get("TIAOJIE_DATA") or "var")
        said = {**_kept(folder / FILE), **environment}
        given = {name: said.get(f"TIAOJIE_{name.upper()}") for name in cls.__annotations__}
        values: dict[str, str] = {name: value for name, value in given.items() if value}
        values.pop("data", None)
        return cls(data=folder, **values)

    def database_of(self, service: str) -> str:
        """The SQLAlchemy URL of one service's own database, with its password."""
        if not self.database:
            return f"sqlite:///{(self.data / (service + '.db')).absolute()}"
        return _with_password(
            self.database.format(service=service), self.password_of("database", service)
        )

    def bus_of(self, user: str) -> str:
        """The AMQP URL of one user of the bus, with its password."""
        scheme, _, rest = self.bus.partition("://")
        return _with_password(f"{scheme}://{user}@{rest}", self.password_of("bus", user))

    @property
    def key_folder(self) -> Path:
        """Where the site's keys lie."""
        return Path(self.keys) if self.keys else self.data / "keys"

    @property
    def secret_folder(self) -> Path:
        """Where the passwords lie, a file each."""
        return Path(self.secrets) if self.secrets else self.data / "secrets"

    def password_of(self, kind: str, user: str) -> str:
        """The password of `bus.<user>` or `database.<service>`; empty where none is kept."""
        file = self.secret_folder / f"{kind}.{user}"
        return file.read_text("utf-8").strip() if file.exists() else ""


def environment_of(settings: SiteSettings) -> dict[str, str]:
    """The environment of a child process with these settings: everything said."""
    said = {f"TIAOJIE_{name.upper()}": str(value) for name, value in vars(settings).items()}
    return {**os.environ, **said}


def written(settings: SiteSettings) -> str:
    """The settings as `site.env`."""
    lines = [f"TIAOJIE_{name.upper()}={value}" for name, value in vars(settings).items() if value]
    return "\n".join(lines) + "\n"


def _kept(file: Path) -> dict[str, str]:
    """The lines `NAME=value` of an environment file; nothing where there is none."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _with_password(url: str, password: str) -> str:
    """`scheme://user@host/x` with the password in its place, quoted as RFC 3986 wants it."""
    head, at, tail = url.partition("@")
    return f"{head}:{quote(password, safe='')}{at}{tail}" if at and password else url
