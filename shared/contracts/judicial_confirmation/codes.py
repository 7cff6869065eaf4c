"""The code lists of judicial_confirmation's contract; grounds are tables with dates."""

FORMS = ("oral", "written")
STATES = (
    "not_offered",
    "offered",
    "intended",
    "declined",
    "drafting",
    "signed",
    "sending",
    "submitted",
    "supplement_requested",
    "accepted",
    "ended",
)
ENDS = (
    "confirmed",
    "rejected",
    "not_accepted",
    "withdrawn",
    "deemed_withdrawn",
    "lapsed",
    "replaced",
)
NOT_OFFERED = ("oral_agreement",)
WISHES = ("yes", "no")
SIGNING_WAYS = ("ink", "fingerprint", "shared_tablet", "phone")
VERDICTS = ("ok", "warning", "stop")
RESULTS = ("valid", "rejected")  # 裁定调解协议有效 裁定驳回申请
DUTIES = ("application", "supplement")
