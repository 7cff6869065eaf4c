"""What intake shows of a case to those who may read it."""

from shared.contracts import fields
from shared.contracts.intake.answers import CaseDone, ClockShown
from shared.contracts.intake.codes import (
    ANSWERS,
    APPOINTMENTS,
    DEFECTS,
    DUTIES,
    KINDS,
    LEVELS,
    ORIGINS,
    RECEIVERS,
    REPORT_WAYS,
    SECTOR_CHECKS,
    SIDES,
    SOURCES,
    STAND_INS,
    WAYS,
)
from shared.contracts.language import Answer


class Origin(Answer):
    """Where a case came from."""

    kind = fields.code(ORIGINS)
    id = fields.id_(allow_none=True)


class Pins(Answer):
    """Which versions of the region's and the sector's data hold for the case."""

    profile = fields.line()
    profile_version = fields.count()
    manifest = fields.line(allow_none=True)


class PartyShown(Answer):
    """A party as everybody on the case sees it."""

    party = fields.id_()
    role = fields.code(SIDES)
    kind = fields.code(KINDS)
    label = fields.name()
    name = fields.name(allow_none=True)
    consent = fields.code(ANSWERS, allow_none=True)
    special_groups = fields.many(fields.code())


class MediatorShown(Answer):
    """Who mediates, appointed or chosen."""

    mediator = fields.id_()
    name = fields.name()
    how = fields.code(APPOINTMENTS)
    conflict = fields.flag()


class ReferralShown(Answer):
    """Who sent it, and what became of the reply."""

    sender = fields.code()
    sender_name = fields.name(allow_none=True)
    letter_number = fields.line()
    stage = fields.code(allow_none=True)
    reply_due_on = fields.day(allow_none=True)
    replied_at = fields.moment(allow_none=True)
    outcome = fields.code(allow_none=True)


class ReasonShown(Answer):
    """Why triage proposed something, with the words of the text."""

    about = fields.code()
    code = fields.code()
    words = fields.line()
    why_zh = fields.line()


class ProposalShown(Answer):
    """What the rules proposed, and who decided otherwise with which reason."""

    category = fields.code()
    runner_up = fields.code(allow_none=True)
    sector = fields.code(allow_none=True)
    level = fields.code(LEVELS)
    risks = fields.many(fields.code())
    acceptance_doubt = fields.code(allow_none=True)
    reasons = fields.many(ReasonShown)
    provisional = fields.flag()
    decided_by = fields.line()
    decision_reason = fields.line(allow_none=True)


class EscalationShown(Answer):
    """A report upward and its receipt."""

    escalation = fields.id_()
    to = fields.code(RECEIVERS)
    way = fields.code(REPORT_WAYS)
    at = fields.moment()
    text = fields.text()
    danger = fields.text()
    receiver = fields.name(allow_none=True)
    received_at = fields.moment(allow_none=True)
    reply = fields.text(allow_none=True)
    followed_up_at = fields.moment(allow_none=True)


class RequestShown(Answer):
    """What a unit was asked, and its answer."""

    request = fields.id_()
    unit = fields.name()
    text = fields.text()
    due_on = fields.day(allow_none=True)
    at = fields.moment()
    replier = fields.name(allow_none=True)
    replied_at = fields.moment(allow_none=True)
    reply = fields.text(allow_none=True)


class ContactShown(Answer):
    """An attempt to reach a party."""

    party = fields.id_()
    way = fields.code()
    reached = fields.flag()
    at = fields.moment()
    note = fields.text(allow_none=True)


class CaseRow(CaseDone):
    """A case in a list."""

    reference = fields.line()
    number = fields.line(allow_none=True)
    division = fields.division()
    category = fields.code(allow_none=True)
    level = fields.code(LEVELS, allow_none=True)
    source = fields.code(SOURCES)
    registered_at = fields.moment()
    accepted_at = fields.moment(allow_none=True)


class Cases(Answer):
    """A list of cases."""

    cases = fields.many(CaseRow)


class CaseShown(CaseRow):
    """A case as its readers see it; no phone, no identity number."""

    committee = fields.id_(allow_none=True)
    committee_name = fields.line(allow_none=True)
    host_type = fields.code(allow_none=True)
    mediators = fields.many(MediatorShown)
    sector = fields.code(allow_none=True)
    way = fields.code(WAYS, allow_none=True)
    on_behalf_by = fields.name(allow_none=True)
    origin = fields.one(Origin)
    linked_to = fields.line(allow_none=True)
    summary = fields.text()
    place = fields.line(allow_none=True)
    dispute_on = fields.day(allow_none=True)
    requests = fields.many(fields.line())
    parties = fields.many(PartyShown)
    pins = fields.one(Pins, allow_none=True)
    people_count = fields.count(allow_none=True)
    amount_fen = fields.fen(allow_none=True)
    oral_allowed = fields.flag()
    clock = fields.one(ClockShown, allow_none=True)
    sector_check = fields.code(SECTOR_CHECKS, allow_none=True)
    note_id = fields.id_(allow_none=True)
    defects = fields.many(fields.code(DEFECTS))
    registered_by = fields.line()
    acceptance_due_on = fields.day(allow_none=True)
    referral = fields.one(ReferralShown, allow_none=True)
    triage = fields.one(ProposalShown, allow_none=True)
    contacts = fields.many(ContactShown)
    escalations = fields.many(EscalationShown)
    requests_to_units = fields.many(RequestShown)
    refusal_reason = fields.code(allow_none=True)
    refusal_ground = fields.code(allow_none=True)
    other_door = fields.many(fields.line())
    ended_how = fields.code(allow_none=True)
    ended_at = fields.moment(allow_none=True)


class StandIn(Answer):
    """Who acts for a party: guardian or agent."""

    party = fields.id_()
    role = fields.code(STAND_INS)
    name = fields.name()
    relation = fields.name(allow_none=True)
    kind = fields.code(allow_none=True)
    powers = fields.many(fields.code())
    until = fields.day(allow_none=True)
    phone = fields.line(allow_none=True)


class PartyFacts(Answer):
    """A party in full. `phone` is masked and `identity_number` left out unless asked for with a
    purpose. `represented_by` acts for it today, a guardian before an agent.
    """

    party = fields.id_()
    role = fields.code(SIDES)
    kind = fields.code(KINDS)
    label = fields.name()
    name = fields.name(allow_none=True)
    sex = fields.line(allow_none=True)
    nation = fields.line(allow_none=True)
    born_on = fields.day(allow_none=True)
    age = fields.count(allow_none=True)
    lives_by_own_labour = fields.flag()
    occupation = fields.name(allow_none=True)
    address = fields.line(allow_none=True)
    phone = fields.line(allow_none=True)
    identity_type = fields.code(allow_none=True)
    identity_number = fields.line(allow_none=True)
    special_groups = fields.many(fields.code())
    represented_by = fields.one(StandIn, allow_none=True)
    stand_ins = fields.many(StandIn)


class Parties(Answer):
    """The parties of a case."""

    parties = fields.many(PartyFacts)


class Revealed(Answer):
    """One value in full."""

    party = fields.id_()
    field = fields.code()
    value = fields.line(allow_none=True)


class Duty(Answer):
    """One thing that is due; `overdue` once its day is over."""

    kind = fields.code(DUTIES)
    case = fields.id_()
    reference = fields.line()
    id = fields.id_(allow_none=True)
    due_on = fields.day()
    overdue = fields.flag()


class Duties(Answer):
    """What is due."""

    due = fields.many(Duty)
