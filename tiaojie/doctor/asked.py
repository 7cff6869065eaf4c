"""What is examined, and in whose name the broker is asked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.calendar.clock import SystemClock
from shared.settings.site import SiteSettings
from tiaojie import services
from tiaojie.host.management import Management
from tiaojie.host.passwords import ADMIN
from tiaojie.host.rights import Client
from tiaojie.member import Unfit, clock_of


@dataclass(frozen=True)
class Asked:
    """`names` are the services that this site should run; without `clients` (None) outside systems
    are taken as they are.
    """

    settings: SiteSettings
    names: tuple[str, ...] = services.ORDER
    clients: tuple[Client, ...] | None = None

    def now(self) -> datetime:
        """By the site's clock; by the machine's where that is not allowed."""
        try:
            return clock_of(self.settings).now()
        except Unfit:
            return SystemClock().now()


class Looking(Management):
    """The management API for one who only looks: what would be changed stays as it is."""

    def put(self, *parts: str, **body: Any) -> None:
        """Not done."""

    def post(self, *parts: str, **body: Any) -> None:
        """Not done."""

    def delete(self, *parts: str) -> None:
        """Not done."""


def admin_of(settings: SiteSettings) -> Looking | None:
    """The management API; None where its address or its password is not known here."""
    password = settings.password_of("bus", ADMIN)
    return Looking(settings.admin, password) if settings.admin and password else None
