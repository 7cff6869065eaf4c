"""What mediation_session can be asked to do, by whom."""

from shared.contracts.language import (
    CLERK,
    COMMITTEE,
    DIRECTOR,
    JUSTICE_OFFICE,
    STAFF,
    SYSTEM,
    Verb,
    Words,
)
from shared.contracts.mediation_session import answers, queries, shown, sittings, terms

WORKERS = (*COMMITTEE, JUSTICE_OFFICE)
SEALERS = (DIRECTOR, CLERK)
READERS = (*STAFF, SYSTEM)

VERBS = (
    Verb(
        "open_mediation", sittings.OpenMediation, answers.Clocked, WORKERS,
        Words("直接开始调解（未部署受理）", "Open a mediation where no intake runs"),
        ("mediation", "open"),
    ),
    Verb(
        "give_notice", sittings.GiveNotice, answers.Noticed, WORKERS,
        Words("告知权利义务", "Tell a party its rights and duties"), ("mediation", "notice"),
    ),
    Verb(
        "schedule_session", sittings.ScheduleSession, answers.SessionDone, WORKERS,
        Words("约定调解时间", "Schedule a session"), ("mediation", "schedule"),
    ),
    Verb(
        "record_session", sittings.RecordSession, answers.SessionDone, WORKERS,
        Words("记录一次调解", "Record a session"), ("mediation", "session"),
    ),
    Verb(
        "pause_mediation", sittings.PauseMediation, answers.Clocked, WORKERS,
        Words("暂停计算期限", "Pause the clock"), ("mediation", "pause"),
    ),
    Verb(
        "resume_mediation", sittings.ResumeMediation, answers.Clocked, WORKERS,
        Words("恢复计算期限", "Resume the clock"), ("mediation", "resume"),
    ),
    Verb(
        "extend_mediation", sittings.ExtendMediation, answers.Clocked, WORKERS,
        Words("延长调解期限", "Extend the time"), ("mediation", "extend"),
    ),
    Verb(
        "report_escalation", sittings.ReportEscalation, answers.EscalationDone, WORKERS,
        Words("上报可能激化的纠纷", "Report an escalation"), ("mediation", "escalate"), limit_s=6,
    ),
    Verb(
        "end_mediation", sittings.EndMediation, answers.MediationDone, WORKERS,
        Words("终止调解", "End a mediation without agreement"), ("mediation", "end"),
    ),
    Verb(
        "draft_agreement", terms.DraftAgreement, answers.Drafted, WORKERS,
        Words("起草协议", "Draft an agreement"), ("agreement", "draft"),
    ),
    Verb(
        "freeze_agreement", terms.FreezeAgreement, answers.Frozen, WORKERS,
        Words("协议定稿", "Fix the text of an agreement"), ("agreement", "freeze"),
    ),
    Verb(
        "print_agreement", queries.AgreementQuery, shown.Printed, WORKERS,
        Words("打印定稿的协议", "Print the frozen text"), ("agreement", "print"), limit_s=15,
    ),
    Verb(
        "sign_agreement", terms.SignAgreement, answers.Signed, WORKERS,
        Words("签署协议", "Sign an agreement"), ("agreement", "sign"),
    ),
    Verb(
        "seal_agreement", terms.SealAgreement, answers.Signed, SEALERS,
        Words("加盖调委会印章", "Seal an agreement"), ("agreement", "seal"),
    ),
    Verb(
        "record_oral_agreement", terms.RecordOralAgreement, answers.OralDone, WORKERS,
        Words("登记口头协议", "Record an oral agreement"), ("agreement", "oral"),
    ),
    Verb(
        "record_performance", terms.RecordPerformance, answers.PerformanceDone, WORKERS,
        Words("记录履行情况", "Record performance"), ("agreement", "perform"),
    ),
    Verb(
        "record_follow_up", terms.RecordFollowUp, answers.FollowUpDone, WORKERS,
        Words("记录回访", "Record a follow-up visit"), ("agreement", "follow-up"),
    ),
    Verb(
        "get_mediation", queries.MediationQuery, shown.MediationShown, READERS,
        Words("查看调解", "Show a mediation"), ("mediation", "show"), limit_s=2, asked=True,
    ),
    Verb(
        "list_mediations", queries.MediationsQuery, shown.Mediations, READERS,
        Words("调解台账", "List mediations"), ("mediation", "list"), limit_s=2, asked=True,
    ),
    Verb(
        "list_due", queries.DueQuery, shown.Duties, READERS,
        Words("到期事项", "List what is due"), ("mediation", "due"), limit_s=2, asked=True,
    ),
    Verb(
        "get_agreement", queries.AgreementQuery, shown.AgreementShown, READERS,
        Words("查看协议", "Show an agreement"), ("agreement", "show"), limit_s=2, asked=True,
    ),
)  # fmt: skip
