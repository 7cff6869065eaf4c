"""What `intake` (受理) says in public: the case up to its hand-over, and how it ended."""

from shared.contracts.contract import Contract
from shared.contracts.intake.refusals import REFUSALS
from shared.contracts.intake.tells import EVENTS
from shared.contracts.intake.verbs import VERBS
from shared.contracts.language import Words

CONTRACT = Contract(
    service="intake",
    words=Words("受理", "Intake"),
    nouns={
        "case": Words("案件", "case"),
        "party": Words("当事人", "party"),
    },
    verb_list=VERBS,
    event_list=EVENTS,
    refusals=REFUSALS,
)
