"""What a `service.py` is made of: `Service`, `verb`, `listens`, `job`, one line each.

class Screening(Service):
    name, contract = "screening", CONTRACT
    report_finding = verb(procedures.report_finding)
    case_ended = listens("intake", "case_ended", commit=procedures.end_finding)
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from nameko.extensions import register_entrypoint

from shared.bus import every_service
from shared.bus.agenda import JobHandler
from shared.bus.desk import Procedure
from shared.bus.edge import VerbEntry
from shared.bus.follower import EntryHandler
from shared.bus.site import Site
from shared.bus.subscription import Subscription
from shared.contracts.contract import Contract


class Listens:
    """A declared subscription to one entry type of one source."""

    def __init__(self, source: str, event: str, handler: EntryHandler) -> None:
        self.source, self.type, self.handler = source, f"{source}.{event}.v1", handler


def verb(procedure: Procedure) -> Callable[[Any, Callable[[], Any]], Any]:
    """A verb: `procedure(context, command)`; its shape and roles stand in the contract under the
    attribute's name.
    """

    def run(_service: Any, work: Callable[[], Any]) -> Any:
        return work()

    register_entrypoint(run, VerbEntry(procedure))
    return run


def listens(
    source: str,
    event: str,
    *,
    commit: Callable[..., None],
    ask: Callable[..., Any] | None = None,
) -> Listens:
    """A subscription: `ask(context, heard)` outside, `commit(context, tx, heard, facts)` with the
    cursor. Entries arrive once and in order within a subject.
    """
    return Listens(source, event, EntryHandler(commit, ask))


def job(
    *, ask: Callable[..., Any] | None = None, commit: Callable[..., None] | None = None
) -> JobHandler:
    """A job that transactions of this service queue under the attribute's name."""
    return JobHandler(ask, commit)


class Service:
    """A service of the suite. Subclasses name themselves, bring their contract, list their verbs.

    needs     services it asks by RPC or follows: `health` says which of them are away
    sources   services it follows, found by its `listens`
    """

    name: ClassVar[str]
    contract: ClassVar[Contract]
    needs: ClassVar[tuple[str, ...]] = ()
    sources: ClassVar[tuple[str, ...]] = ()

    read_journal = verb(every_service.read_journal)
    health = verb(every_service.health)
    list_parked = verb(every_service.list_parked)
    retry_parked = verb(every_service.retry_parked)
    drop_parked = verb(every_service.drop_parked)

    def __init_subclass__(cls) -> None:
        """One subscription a source, made of all `listens` of the class."""
        super().__init_subclass__()
        by_source: dict[str, dict[str, EntryHandler]] = {}
        for heard in (v for v in vars(cls).values() if isinstance(v, Listens)):
            by_source.setdefault(heard.source, {})[heard.type] = heard.handler
        cls.sources = tuple(by_source)
        for source, handlers in by_source.items():
            setattr(cls, f"from_{source}", _following(Subscription(source, handlers)))

    @classmethod
    def jobs(cls) -> Mapping[str, JobHandler]:
        """Its jobs by kind."""
        return {k: v for k, v in vars(cls).items() if isinstance(v, JobHandler)}

    @classmethod
    def make_drivers(cls, _site: Site) -> Mapping[str, Any]:
        """Outside things that its procedures use, by name; most services have none."""
        return {"needs": cls.needs}


def _following(subscription: Subscription) -> Callable[[Any], None]:
    """A method to hang the entrypoint on; nameko finds entrypoints on functions only."""

    def follow(_service: Any) -> None:
        """Never called: the subscription runs its own loop."""

    register_entrypoint(follow, subscription)
    return follow
