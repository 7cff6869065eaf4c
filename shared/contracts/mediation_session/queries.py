"""What mediation_session is asked: queries."""

from shared.contracts import fields
from shared.contracts.language import Query
from shared.contracts.mediation_session.codes import STATES


class MediationQuery(Query):
    """The mediation of one case."""

    case = fields.id_(required=True)


class AgreementQuery(Query):
    """One agreement."""

    agreement = fields.id_(required=True)


class MediationsQuery(Query):
    """Mediations under a division, the newest first."""

    division = fields.division(load_default=None, allow_none=True)
    state = fields.code(STATES, load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=50)


class DueQuery(Query):
    """What is due under a division up to and with a day, the most urgent first."""

    division = fields.division(load_default=None, allow_none=True)
    until = fields.day(load_default=None, allow_none=True)
    limit = fields.count(limit=500, load_default=100)
