"""A site at run time: what all services of one process share (design.md §5)."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from nameko import config

import shared.bus.embedded  # noqa: F401 - registers the transport
from shared.access.token import Signer
from shared.access.vault import Vault
from shared.calendar.clock import Clock, SystemClock
from shared.settings.site import SiteSettings


def _machine_signer() -> Signer:
    machine = SystemClock()
    return Signer(lambda: machine.now().timestamp())


@dataclass(frozen=True)
class Site:
    """Settings, the clock that the law counts by, the machine's clock for pauses, keys."""

    settings: SiteSettings
    vault: Vault
    clock: Clock = field(default_factory=SystemClock)
    machine: Clock = field(default_factory=SystemClock)
    signer: Signer = field(default_factory=_machine_signer)
    vhost: str = field(default_factory=lambda: uuid4().hex)

    @property
    def is_embedded(self) -> bool:
        """Whether the bus is this process itself."""
        return not self.settings.bus

    def uri(self, user: str) -> str:
        """Where the bus is, for one user of it."""
        if self.is_embedded:
            return f"embedded://{user}@here/{self.vhost}"
        return self.settings.bus_of(user)

    def enter(self) -> None:
        """Make it the site of the containers that are built next."""
        config.setup({"site": self})


def current_site() -> Site:
    """The site of the container that is being built."""
    site: Any = config["site"]
    if not isinstance(site, Site):
        raise TypeError("no site was entered")
    return site
