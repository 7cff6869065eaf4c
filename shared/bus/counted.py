"""Counting what a service asks of others, by what it heard."""

from collections.abc import Iterator
from contextlib import contextmanager

from shared.bus.outcome import Absent, Internal, Late
from shared.contracts.refused import Refused
from shared.telemetry.metrics import CALLS

HEARD: dict[type[Exception], str] = {
    Refused: "refused",
    Absent: "absent",
    Late: "late",
    Internal: "internal",
}


@contextmanager
def counted(service: str, target: str) -> Iterator[None]:
    """One call of `service` to `target`: answered, refused, absent, late or internal."""
    outcome = "answered"
    try:
        yield
    except (Refused, Absent, Late, Internal) as heard:
        outcome = HEARD[type(heard)]
        raise
    finally:
        CALLS.labels(service, target, outcome).inc()
