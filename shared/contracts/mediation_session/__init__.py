"""What `mediation_session` (调解) says in public: the mediation and its agreement."""

from shared.contracts.contract import Contract
from shared.contracts.language import Words
from shared.contracts.mediation_session.refusals import REFUSALS
from shared.contracts.mediation_session.tells import EVENTS
from shared.contracts.mediation_session.verbs import VERBS

CONTRACT = Contract(
    service="mediation_session",
    words=Words("调解", "Mediation"),
    nouns={
        "mediation": Words("调解", "mediation"),
        "agreement": Words("调解协议", "agreement"),
    },
    verb_list=VERBS,
    event_list=EVENTS,
    refusals=REFUSALS,
)
