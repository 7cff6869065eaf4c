"""Services that say what they are told to say: real ones on the real bus, with the shapes of the
entries that the archive listens to, so that the archive is tried alone.
"""

from services.document_archive.service import DocumentArchive
from shared.bus.service import Service, verb
from shared.contracts import fields
from shared.contracts.contract import Contract
from shared.contracts.every_service import Done
from shared.contracts.language import ROLES, Command, Data, Event, Verb, Words
from shared.testing.people import CLERK, MEDIATOR, VILLAGE
from shared.testing.running import running
from tests.unit.document_archive.papers import paper

ARCHIVE, SAID = "document_archive", Words("说", "Said")
AT = "2026-03-02T09:00:00+08:00"
ENTRIES = {
    "registry": ("profile_published",),
    "intake": (
        "case_registered",
        "case_accepted",
        "case_assigned",
        "escalation_reported",
        "case_ended",
    ),
    "mediation_session": ("agreement_effective", "mediation_ended", "follow_up_held"),
    "judicial_confirmation": ("confirmation_opened", "confirmation_ended"),
}


class Said(Data):
    """Whatever a test says."""

    def dump(self, obj, **_):
        return dict(obj)


class Tell(Command):
    """An entry to be said."""

    event = fields.code(required=True)
    subject = fields.id_(required=True)
    data = fields.facts(required=True)


def tell(context, command):
    with context.commit() as tx:
        tx.append(command["event"], command["subject"], **command["data"])
        return tx.answer(subject=command["subject"])


def neighbour(name):
    """A service of that name that says the entries of that name."""
    contract = Contract(
        service=name,
        words=SAID,
        verb_list=(Verb("tell", Tell, Done, ROLES, SAID),),
        event_list=tuple(Event(event, Said, SAID) for event in ENTRIES[name]),
    )
    return type(name, (Service,), {"name": name, "contract": contract, "tell": verb(tell)})


def archive_among_neighbours(folder, **settings):
    """The archive with all whom it listens to."""
    return running(folder, [*map(neighbour, ENTRIES), DocumentArchive], **settings)


def say(suite, event, subject, who=CLERK, **data):
    """Let the owner of that entry say it."""
    (service,) = (name for name, events in ENTRIES.items() if event in events)
    suite.ask(service, "tell", who, event=event, subject=subject, data=data)


def hear(suite, event, subject, who=CLERK, **data):
    """Let the owner of that entry say it, and the archive hear it."""
    say(suite, event, subject, who, **data)
    suite.settle()


def accept(suite, case, who=MEDIATOR, **changes):
    """A case is registered, accepted and assigned to m-01."""
    say(suite, "case_registered", case, who, division=VILLAGE, version=1)
    said = {
        "number": f"（2026）岭下人调字第{case}号",
        "committee": "committee-01",
        "division": VILLAGE,
        "category": "neighbour",
        "pins": {"profile": "220000000000", "profile_version": 1, "manifest": None},
        "accepted_at": AT,
        "note_id": None,
    }
    say(suite, "case_accepted", case, **{**said, **changes})
    hear(suite, "case_assigned", case, mediator="m-01", how="appointed")


def end(suite, case, how="agreed", form="written"):
    """Mediation and case have ended."""
    if form:
        say(suite, "agreement_effective", case, form=form, effective_at=AT, agreement="a-1")
    say(suite, "mediation_ended", case, how=how, form=form, happened_at=AT)
    hear(suite, "case_ended", case, how=how, form=form, happened_at=AT)


def filing(suite, case, form, who=MEDIATOR, **changes):
    """File a printed form with the data of the small case."""
    said = {"happened_at": AT, **changes}
    data = said.pop("data", None) or paper(form)
    return suite.ask(ARCHIVE, "file_document", who, subject=case, form=form, data=data, **said)
