"""What intake takes to change a case: commands and their parts."""

from shared.contracts import fields
from shared.contracts.intake.codes import (
    ANSWERS,
    APPOINTMENTS,
    CONSENT_WAYS,
    CONTACT_WAYS,
    COURT_STAGES,
    KINDS,
    LEVELS,
    POWERS,
    RECEIVERS,
    REPORT_WAYS,
    SENDERS,
    SIDES,
    SOURCES,
    STAND_INS,
    WAYS,
)
from shared.contracts.language import Command, Part, Shape


class OfCase(Command):
    """A command about one case."""

    case = fields.id_(required=True)


class Represents(Part):
    """Whom a guardian or agent acts for, with which powers, until when."""

    party = fields.id_(required=True)
    relation = fields.name(load_default=None, allow_none=True)
    kind = fields.code(load_default=None, allow_none=True)
    powers = fields.many(fields.code(POWERS), load_default=list)
    until = fields.day(load_default=None, allow_none=True)


class PersonFacts(Shape):
    """What is known of a person or organisation beside role, kind and label."""

    name = fields.name(load_default=None, allow_none=True)
    sex = fields.line(load_default=None, allow_none=True)
    nation = fields.line(load_default=None, allow_none=True)
    born_on = fields.day(load_default=None, allow_none=True)
    age = fields.count(limit=130, load_default=None, allow_none=True)
    lives_by_own_labour = fields.flag(load_default=False)
    occupation = fields.name(load_default=None, allow_none=True)
    address = fields.line(load_default=None, allow_none=True)
    phone = fields.line(load_default=None, allow_none=True)
    identity_type = fields.code(load_default=None, allow_none=True)
    identity_number = fields.line(load_default=None, allow_none=True)
    special_groups = fields.many(fields.code(), load_default=list)


class Party(Part, PersonFacts):
    """A side of the dispute; a label such as 楼下住户 is enough until acceptance."""

    role = fields.code(SIDES, required=True)
    kind = fields.code(KINDS, load_default="person")
    label = fields.name(required=True)


class Referral(Part):
    """Who sent the matter (委托、移送), with the letter; `stage` for a court alone."""

    sender = fields.code(SENDERS, required=True)
    sender_name = fields.name(load_default=None, allow_none=True)
    letter_number = fields.line(required=True)
    letter_on = fields.day(load_default=None, allow_none=True)
    stage = fields.code(COURT_STAGES, load_default=None, allow_none=True)


class Opening(Command):
    """How a dispute comes in. `way` for an application, `referral` for a referral; `linked_to` an
    earlier case or an outside reference.
    """

    division = fields.division(required=True)
    source = fields.code(SOURCES, required=True)
    way = fields.code(WAYS, load_default=None, allow_none=True)
    on_behalf_by = fields.name(load_default=None, allow_none=True)
    referral = fields.one(Referral, load_default=None, allow_none=True)
    place = fields.line(load_default=None, allow_none=True)
    text = fields.text(required=True)
    dispute_on = fields.day(load_default=None, allow_none=True)
    requests = fields.many(fields.line(), load_default=list)
    linked_to = fields.line(load_default=None, allow_none=True)


class RegisterCase(Opening):
    """A dispute comes in; `happened_at` is the moment of the request, which interrupts limitation
    (诉讼时效中断, 民法典195).
    """

    parties = fields.many(Party, load_default=list)


class RecordParty(OfCase, PersonFacts):
    """One more party, or a guardian or agent of one (`represents`)."""

    role = fields.code((*SIDES, *STAND_INS), required=True)
    kind = fields.code(KINDS, load_default="person")
    label = fields.name(required=True)
    represents = fields.one(Represents, load_default=None, allow_none=True)


class AmendParty(OfCase):
    """What has become known of a party, or was wrong; what is left out stays as it is."""

    party = fields.id_(required=True)
    role = fields.code((*SIDES, *STAND_INS))
    kind = fields.code(KINDS)
    label = fields.name()
    name = fields.name()
    sex = fields.line()
    nation = fields.line()
    born_on = fields.day()
    age = fields.count(limit=130)
    lives_by_own_labour = fields.flag()
    occupation = fields.name()
    address = fields.line()
    phone = fields.line()
    identity_type = fields.code()
    identity_number = fields.line()
    special_groups = fields.many(fields.code())
    represents = fields.one(Represents)


class Decision(Shape):
    """Category, sector, level: what is left out follows the proposal; to depart from it needs a
    `reason`. `sector` may be "none".
    """

    category = fields.code(load_default=None, allow_none=True)
    sector = fields.code(load_default=None, allow_none=True)
    level = fields.code(LEVELS, load_default=None, allow_none=True)
    people_count = fields.count(load_default=None, allow_none=True)
    amount_fen = fields.fen(load_default=None, allow_none=True)
    reason = fields.line(load_default=None, allow_none=True)


class TriageCase(OfCase, Decision):
    """Triage (分流研判) of a case: proposed by rule, decided by a person."""


class RecordContact(OfCase):
    """An attempt to reach a party."""

    party = fields.id_(required=True)
    way = fields.code(CONTACT_WAYS, required=True)
    reached = fields.flag(required=True)
    note = fields.text(load_default=None, allow_none=True)


class RecordConsent(OfCase):
    """What a party, or who acts for it (`by`), answers; "no" is a hard stop (art. 17)."""

    party = fields.id_(required=True)
    answer = fields.code(ANSWERS, required=True)
    way = fields.code(CONSENT_WAYS, required=True)
    by = fields.id_(load_default=None, allow_none=True)
    witness = fields.name(load_default=None, allow_none=True)


class AcceptCase(OfCase):
    """Acceptance (受理): draws the number, pins profile and manifest."""


class AssignMediator(OfCase):
    """A mediator, appointed by the committee or chosen by the parties (art. 19); `replaces`
    another one, with a reason.
    """

    mediator = fields.id_(required=True)
    how = fields.code(APPOINTMENTS, required=True)
    replaces = fields.id_(load_default=None, allow_none=True)
    reason = fields.line(load_default=None, allow_none=True)


class ConfirmSectorByHand(OfCase):
    """The sector's check is not to be had; a person answers for going on."""

    reason = fields.line(required=True)


class RefuseCase(OfCase):
    """Not acceptable (不予受理) with its ground, or refused by the sector; always with the other
    doors that are open.
    """

    reason = fields.code(("not_acceptable", "sector_refused"), load_default="not_acceptable")
    ground = fields.code(load_default=None, allow_none=True)
    words = fields.text(load_default=None, allow_none=True)
    other_door = fields.many(fields.line(), least=1, required=True)


class WithdrawCase(OfCase):
    """The applicant takes the application back before acceptance."""

    words = fields.line(load_default=None, allow_none=True)


class VoidCase(OfCase):
    """An acceptance by mistake is taken back; its number stays, cancelled, with the reason."""

    reason = fields.line(required=True)


class ReportEscalation(OfCase):
    """Report (art. 25) of what may escalate or is a crime: to whom, how, in which words."""

    to = fields.code(RECEIVERS, required=True)
    to_name = fields.name(load_default=None, allow_none=True)
    way = fields.code(REPORT_WAYS, required=True)
    text = fields.text(required=True)
    danger = fields.text(required=True)
    measures = fields.text(load_default=None, allow_none=True)
    reporter = fields.name(load_default=None, allow_none=True)


class OfEscalation(OfCase):
    """A command about one report."""

    escalation = fields.id_(required=True)


class RecordReceipt(OfEscalation):
    """Whoever got the report says so."""

    receiver = fields.name(required=True)
    reply = fields.text(load_default=None, allow_none=True)


class FollowUpEscalation(OfEscalation):
    """How it stands today; a report is followed up every day while the case is open."""

    text = fields.text(required=True)


class AskUnit(OfCase):
    """Co-ordination of units (协调相关单位): who is asked for what by when."""

    unit = fields.name(required=True)
    text = fields.text(required=True)
    due_on = fields.day(load_default=None, allow_none=True)


class RecordUnitReply(OfCase):
    """What the unit answered."""

    request = fields.id_(required=True)
    replier = fields.name(required=True)
    text = fields.text(required=True)
