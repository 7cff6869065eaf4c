"""The code lists of intake's contract; those of the Ministry stand in shared/reference/tables."""

SOURCES = ("application", "initiative", "referral")  # 依申请 主动 委托移送
WAYS = ("phone", "paper", "oral", "on_behalf")
SENDERS = ("court", "procuratorate", "police", "petition", "other")
# 委派（立案前）, 委托（立案后：普通程序、简易程序）: each has its own period
COURT_STAGES = ("before_filing", "ordinary", "summary")
ORIGINS = ("finding", "application", "initiative", "referral", "past")
STATES = ("registered", "accepted", "refused", "ended")

SIDES = ("applicant", "respondent", "third_party")
STAND_INS = ("guardian", "agent")  # 法定代理人（监护人） 委托代理人
KINDS = ("person", "organisation")
POWERS = (
    "apply_or_end",
    "collect_evidence",
    "choose_mediator",
    "admit_or_change_claims",
    "sign",
    "receive_documents",
    "other",
)
SENSITIVE = ("phone", "identity_number")

LEVELS = ("ordinary", "difficult", "major")
CONTACT_WAYS = ("call", "sms", "visit")
ANSWERS = ("yes", "no")
CONSENT_WAYS = ("in_person", "phone", "written", "online")
APPOINTMENTS = ("appointed", "chosen")
SECTOR_CHECKS = ("none", "pending", "ok", "by_hand")

REFUSALS = ("not_acceptable", "party_refused", "sector_refused")
RECEIVERS = ("party_committee", "government", "police", "justice_bureau", "other")
REPORT_WAYS = ("in_person", "phone", "document", "platform")
WARNINGS = ("guardian_missing", "conflict_of_interest")
DUTIES = ("acceptance", "referral_reply", "escalation_follow_up", "unit_reply")
DEFECTS = (
    "sides_missing",
    "consent_missing",
    "guardian_missing",
    "conflict_of_interest",
    "mediator_unfit",
    "notice_missing",
    "notice_late",
    "session_missing",
    "written_form_due",
    "approval_missing",
)
