"""The code lists of mediation_session's contract; those of the Ministry stand in
shared/reference/tables.
"""

STATES = ("open", "notified", "in_session", "adjourned", "paused", "ended")
AGREEMENT_STATES = ("draft", "frozen", "signing", "effective", "replaced")
FORMS = ("oral", "written")

NOTICE_WAYS = ("in_person", "reading", "message")  # 当面交阅 宣读 信息
SIGNED_BY = ("self", "guardian", "agent", "nobody")
SESSION_WAYS = ("on_site", "video", "online")
RESULTS = ("agreed", "not_agreed", "continue")
RELATIONS = ("relative", "neighbour", "colleague", "expert", "organisation", "other")  # art. 20
PAUSES = ("appraisal", "evaluation", "other")  # 鉴定 评估 其他
CLOCK_UNITS = ("days", "working_days")

ENDS = (
    "no_agreement",
    "expired",
    "withdrawn",
    "refused",
    "danger",
    "false_mediation",
    "other_procedure",
)
OUTCOMES = ("agreed", *ENDS)

CLAUSE_KINDS = ("pay", "do", "refrain")  # 给付 作为 不作为
INTERVALS = ("week", "month", "year")
SEVERITIES = ("error", "warning")
SIGNERS = ("party", "mediator")
SIGNING_FOR = ("self", "guardian", "agent")
PAPER_WAYS = ("ink", "fingerprint")
SIGNING_WAYS = (*PAPER_WAYS, "shared_tablet", "phone")

FOLLOW_UP_WAYS = ("visit", "phone", "message")
SATISFACTION = ("satisfied", "partly", "dissatisfied")
DUTIES = ("mediation", "follow_up", "performance")

SIDES = ("applicant", "respondent", "third_party")
PARTY_KINDS = ("person", "organisation")
RECEIVERS = ("party_committee", "government", "police", "justice_bureau", "other")
REPORT_WAYS = ("in_person", "phone", "document", "platform")
SECTOR_CHECKS = ("none", "pending")
