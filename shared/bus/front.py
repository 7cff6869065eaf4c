"""The front (前台): where people come in; it signs who they are, and asks for them."""

from collections.abc import Mapping
from typing import Any

import eventlet

from shared.access.principal import Principal
from shared.bus import call as wire
from shared.bus.caller import Caller, unwrapped
from shared.bus.site import Site


class Front:
    """A caller with the site's private key."""

    def __init__(self, site: Site) -> None:
        self.site, self.caller = site, Caller(site, wire.GATEWAY)

    def start(self) -> None:
        """Link to the bus."""
        eventlet.spawn(self.caller.consumer.run)
        self.caller.consumer.wait_until_ready()

    def stop(self) -> None:
        """Leave the bus."""
        self.caller.consumer.stop()

    def call(
        self,
        service: str,
        verb: str,
        payload: Mapping[str, Any],
        principal: Principal,
        limit_s: float = 15.0,
    ) -> dict[str, Any]:
        """Ask a verb as a person; raises Refused, Absent, Late, Internal."""
        return unwrapped(self.exchange(service, verb, payload, principal, limit_s))

    def exchange(
        self,
        service: str,
        verb: str,
        payload: Mapping[str, Any],
        principal: Principal,
        limit_s: float = 15.0,
    ) -> dict[str, Any]:
        """As `call`, with the wire answer as it is."""
        headers: dict[str, Any] = {wire.TOKEN: self.site.signer.sign(principal)}
        correlation = payload.get("command_id")
        headers[wire.CORRELATION] = correlation if isinstance(correlation, str) else ""
        return self.caller.exchange(service, verb, payload, limit_s, headers)
