"""A whole past mediation (补录, walks.md case 5): as it is told in one command, as it is shown."""

from shared.contracts import fields
from shared.contracts.intake.codes import APPOINTMENTS, CONSENT_WAYS
from shared.contracts.intake.commands import Decision, Opening, Party, PersonFacts
from shared.contracts.language import Answer, Part


class PastConsent(Part):
    """How a party said yes."""

    way = fields.code(CONSENT_WAYS, required=True)
    witness = fields.name(load_default=None, allow_none=True)


class Guardian(Part, PersonFacts):
    """Who acted for a party without full capacity (民法典19-20、23)."""

    label = fields.name(required=True)
    relation = fields.name(load_default=None, allow_none=True)


class PastParty(Party):
    """A party with its consent; none is a defect that is recorded, not refused."""

    consent = fields.one(PastConsent, load_default=None, allow_none=True)
    guardian = fields.one(Guardian, load_default=None, allow_none=True)


class PastMediator(Part):
    """Who mediated."""

    mediator = fields.id_(required=True)
    how = fields.code(APPOINTMENTS, load_default="appointed")


class PastSession(Part):
    """One sitting: when, where, who was there, what both sides may read."""

    happened_at = fields.moment(required=True)
    place = fields.line(required=True)
    people = fields.many(fields.name(), load_default=list)
    joint_words = fields.text(required=True)


class LawExplained(Part):
    """A statute's tag with the article that was explained (谁调解谁普法)."""

    statute = fields.code(required=True)
    article = fields.count(limit=2000, required=True)
    words = fields.text(load_default=None, allow_none=True)


class OralAgreement(Part):
    """What was agreed by word of mouth (口头协议, art. 28, 30)."""

    terms = fields.text(required=True)
    reached_at = fields.moment(required=True)
    amount_fen = fields.fen(load_default=None, allow_none=True)


class PastPerformance(Part):
    """How far it has been performed."""

    state = fields.code(required=True)
    at = fields.moment(load_default=None, allow_none=True)


class Note(Part):
    """What happened after acceptance."""

    notice_at = fields.moment(load_default=None, allow_none=True)
    sessions = fields.many(PastSession, load_default=list)
    law_explained = fields.many(LawExplained, load_default=list)
    agreement = fields.one(OralAgreement, required=True)
    performance = fields.one(PastPerformance, required=True)


class RegisterPastCase(Opening, Decision):
    """From request to performance; `happened_at` is the acceptance, `registered_at` the request,
    the same moment if it is left out.
    """

    registered_at = fields.moment(load_default=None, allow_none=True)
    parties = fields.many(PastParty, least=1, required=True)
    mediators = fields.many(PastMediator, least=1, required=True)
    note = fields.one(Note, required=True)


class SessionShown(Answer):
    """One sitting of a past mediation."""

    happened_at = fields.moment()
    place = fields.line()
    people = fields.many(fields.name())
    joint_words = fields.text()


class LawShown(Answer):
    """An article that was explained."""

    statute = fields.code()
    article = fields.count()
    words = fields.text(allow_none=True)


class OralAgreementShown(Answer):
    """What was agreed by word of mouth."""

    form = fields.code(("oral",))
    terms = fields.text()
    reached_at = fields.moment()
    amount_fen = fields.fen(allow_none=True)


class PerformanceShown(Answer):
    """How far it had been performed."""

    state = fields.code()
    at = fields.moment(allow_none=True)


class NoteShown(Answer):
    """A past mediation as it was told. `written_due`: the agreement should have been written."""

    notice_at = fields.moment(allow_none=True)
    sessions = fields.many(SessionShown)
    law_explained = fields.many(LawShown)
    agreement = fields.one(OralAgreementShown)
    performance = fields.one(PerformanceShown)
    written_due = fields.flag()


class NoteAnswer(Answer):
    """The note of one case."""

    note = fields.one(NoteShown)
