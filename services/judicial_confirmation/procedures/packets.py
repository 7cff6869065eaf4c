"""Making a packet: gather what it stands on, judge it, print and bind it. All of it is asking."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from services.judicial_confirmation import clients
from services.judicial_confirmation.rules import checks, papers
from services.judicial_confirmation.store import queries
from services.judicial_confirmation.store.queries import Row
from shared.bus.context import Context
from shared.calendar.clock import SHANGHAI
from shared.contracts.refused import Refused

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Grounds:
    """What a packet stands on, as its owners say now; `agreed_on` is the day of effect."""

    agreement: Payload
    case: Payload
    parties: Sequence[Payload]
    agreed_on: date


@dataclass(frozen=True)
class Made:
    """A bound packet; `text_sha256` is that of the application alone, which is what is signed."""

    pdf: bytes
    sha256: str
    text_sha256: str
    manifest: Sequence[Payload]


def gather(context: Context, row: Row) -> Grounds:
    """Ask for the agreement of this very hash, its case, its parties; refuses
    `agreement_changed` for any other hash.
    """
    agreement = clients.agreement(context, row["agreement"])
    if agreement["hash"] != row["hash"]:
        raise Refused("agreement_changed", hash=row["hash"], now=agreement["hash"])
    case = clients.case(context, row["case"])
    everybody = clients.parties(context, row["case"])
    ours = [party for party in everybody if party["party"] in row["parties"]]
    agreed = datetime.fromisoformat(agreement["effective_at"]).astimezone(SHANGHAI)
    return Grounds(agreement, case, ours, agreed.date())


def identities(context: Context, grounds: Grounds) -> dict[str, str]:
    """Party → keyed hash of the identity number, to find the same people again."""
    numbers = {p["party"]: p.get("identity_number") for p in grounds.parties}
    return {party: context.vault.blind(number) for party, number in numbers.items() if number}


def judge(context: Context, row: Row, grounds: Grounds) -> tuple[checks.Verdict, ...]:
    """The pre-check, rule by rule; refuses `precheck_stopped` with the rules that stop it."""
    people = identities(context, grounds).values()
    with context.read() as connection:
        before = queries.count_same_parties(connection, row["id"], people)
    deadline = None if row["submitted_at"] else date.fromisoformat(row["deadline"])
    facts = checks.Facts(
        agreement=grounds.agreement,
        case=grounds.case,
        parties=grounds.parties,
        roster=_roster(context, grounds),
        today=context.today(),
        deadline=deadline,
        applications=before + 1,
    )
    verdicts = checks.judge(facts)
    checks.stop(verdicts)
    return verdicts


def _roster(context: Context, grounds: Grounds) -> Payload:
    committee, mediator = grounds.agreement["committee"], grounds.agreement["mediator"]
    if committee is None or mediator is None:
        return {"ok": False, "reasons": ["committee_unknown"]}
    return clients.roster(context, committee, mediator, grounds.agreed_on)


def make(context: Context, grounds: Grounds, choice: papers.Choice) -> Made:
    """Print what we print, bind it with what the archive has."""
    agreement, case, parties = grounds.agreement, grounds.case, grounds.parties
    sheets = papers.sheets(agreement, case, parties, choice)
    printed = [clients.render(context, sheet.form, sheet.data) for sheet in sheets]
    extra = [_extra(sheet, pdf) for sheet, pdf in zip(sheets[1:], printed[1:], strict=True)]
    pdf, manifest = clients.assemble(
        context,
        subject=case["case"],
        application_base64=base64.b64encode(printed[0]).decode(),
        forms=papers.from_archive(parties, choice),
        extra=extra,
        court=choice.court_name,
        **papers.head(agreement, case, choice),
    )
    return Made(pdf, _sha256(pdf), _sha256(printed[0]), manifest)


def _extra(sheet: papers.Sheet, pdf: bytes) -> Payload:
    return {"title": sheet.title, "pdf_base64": base64.b64encode(pdf).decode()}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def choice_of(made: Row) -> papers.Choice:
    """The choice under which a kept packet was made, so that it can be made again."""
    dated = date.fromisoformat(made["dated"])
    return papers.Choice(made["court_name"], dated, tuple(made["papers"]))


def make_again(context: Context, row: Row, made: Row) -> Made:
    """The kept packet from the same papers; refuses `packet_changed` where it is not the same."""
    again = make(context, gather(context, row), choice_of(made))
    if again.sha256 != made["sha256"]:
        raise Refused("packet_changed", packet=made["packet"])
    return again
