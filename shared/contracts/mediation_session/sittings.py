"""What mediation_session takes from opening to the end of a mediation: commands."""

from shared.contracts import fields
from shared.contracts.language import Command, Part
from shared.contracts.mediation_session.codes import (
    CLOCK_UNITS,
    ENDS,
    NOTICE_WAYS,
    PARTY_KINDS,
    PAUSES,
    RECEIVERS,
    RELATIONS,
    REPORT_WAYS,
    RESULTS,
    SESSION_WAYS,
    SIDES,
    SIGNED_BY,
)


class OfCase(Command):
    """A command about the mediation of one case."""

    case = fields.id_(required=True)


class KnownParty(Part):
    """A party as this service must know it where no intake runs."""

    role = fields.code(SIDES, required=True)
    kind = fields.code(PARTY_KINDS, load_default="person")
    name = fields.name(required=True)
    age = fields.count(limit=130, load_default=None, allow_none=True)
    address = fields.line(load_default=None, allow_none=True)
    represented_by = fields.name(load_default=None, allow_none=True)


class KnownMediator(Part):
    """Who mediates, where no intake runs."""

    mediator = fields.id_(required=True)
    name = fields.name(required=True)


class Period(Part):
    """The period of mediation; left out, the published one of the category."""

    length = fields.count(limit=1000, required=True)
    unit = fields.code(CLOCK_UNITS, required=True)
    rolls = fields.flag(load_default=True)


class OpenMediation(Command):
    """Where intake is not deployed: the opening facts themselves. `happened_at` is the
    acceptance.
    """

    division = fields.division(required=True)
    committee = fields.id_(load_default=None, allow_none=True)
    committee_name = fields.line(required=True)
    number = fields.line(load_default=None, allow_none=True)
    category = fields.code(required=True)
    summary = fields.text(required=True)
    oral_allowed = fields.flag(load_default=True)
    clock = fields.one(Period, load_default=None, allow_none=True)
    mediators = fields.many(KnownMediator, least=1, required=True)
    parties = fields.many(KnownParty, least=1, required=True)


class GiveNotice(OfCase):
    """Notice of rights and duties (权利义务告知, art. 23-24) to one party."""

    party = fields.id_(required=True)
    way = fields.code(NOTICE_WAYS, required=True)
    signed_by = fields.code(SIGNED_BY, load_default="self")


class ScheduleSession(OfCase):
    """When and where the sides are to meet."""

    starts_at = fields.moment(required=True)
    way = fields.code(SESSION_WAYS, load_default="on_site")
    place = fields.line(required=True)


class Invited(Part):
    """Somebody who joins with the consent of the parties (art. 20)."""

    label = fields.name(required=True)
    relation = fields.code(RELATIONS, required=True)
    consents = fields.many(fields.id_(), load_default=list)


class Spoken(Part):
    """Words and their audience at birth: `joint`, `file`, `side:<party>` or `self`."""

    audience = fields.id_(required=True)
    words = fields.text(required=True)


class LawExplained(Part):
    """A statute's tag with the article that was explained (谁调解谁普法, 法治宣传教育法 30)."""

    statute = fields.code(required=True)
    article = fields.count(limit=2000, required=True)
    words = fields.text(load_default=None, allow_none=True)


class RecordSession(OfCase):
    """One sitting as it was: `happened_at` is its beginning. `session` names the appointment it
    keeps. `parties` were there; `mediators` left out: those assigned. `custom` is the custom or
    morality it rested on where no statute applies. `open` needs the consent of all parties.
    """

    session = fields.id_(load_default=None, allow_none=True)
    way = fields.code(SESSION_WAYS, load_default="on_site")
    place = fields.line(required=True)
    ended_at = fields.moment(load_default=None, allow_none=True)
    parties = fields.many(fields.id_(), least=1, required=True)
    mediators = fields.many(fields.id_(), load_default=list)
    invited = fields.many(Invited, load_default=list)
    recorder = fields.name(load_default=None, allow_none=True)
    words = fields.many(Spoken, least=1, required=True)
    law = fields.many(LawExplained, load_default=list)
    custom = fields.text(load_default=None, allow_none=True)
    open = fields.flag(load_default=False)
    open_consents = fields.many(fields.id_(), load_default=list)
    result = fields.code(RESULTS, required=True)


class PauseMediation(OfCase):
    """The clock stands still while others work, such as an appraisal (鉴定)."""

    why = fields.code(PAUSES, required=True)
    since = fields.day(required=True)
    reason = fields.line(load_default=None, allow_none=True)


class ResumeMediation(OfCase):
    """The clock runs again after the day `on`."""

    on = fields.day(required=True)


class ExtendMediation(OfCase):
    """More time, in the unit of the clock, with the consent of every party."""

    days = fields.count(limit=1000, required=True)
    consents = fields.many(fields.id_(), least=1, required=True)


class ReportEscalation(OfCase):
    """Report (art. 25) of what may escalate or is a crime: to whom, how, in which words."""

    to = fields.code(RECEIVERS, required=True)
    to_name = fields.name(load_default=None, allow_none=True)
    way = fields.code(REPORT_WAYS, required=True)
    text = fields.text(required=True)
    danger = fields.text(required=True)
    measures = fields.text(load_default=None, allow_none=True)
    reporter = fields.name(load_default=None, allow_none=True)


class Prevented(Part):
    """What the mediation kept from happening (防止矛盾激化), in people."""

    kind = fields.code(required=True)
    people = fields.count(required=True)


class EndMediation(OfCase):
    """It ends without agreement (art. 26), with the reason in words."""

    how = fields.code(ENDS, required=True)
    reason = fields.text(required=True)
    prevented = fields.many(Prevented, load_default=list)
