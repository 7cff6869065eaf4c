"""What intake can be asked to do, by whom."""

from shared.contracts.intake import answers, commands, past, queries, shown
from shared.contracts.language import (
    BUREAU,
    CLERK,
    CLIENT,
    COMMITTEE,
    DIRECTOR,
    GRID_WORKER,
    JUSTICE_OFFICE,
    MEDIATOR,
    STAFF,
    SYSTEM,
    Verb,
    Words,
)

CASE_WORKERS = (*COMMITTEE, JUSTICE_OFFICE)
DOORS = (*CASE_WORKERS, GRID_WORKER)  # those who may bring a dispute in and speak to its sides
READERS = (*STAFF, GRID_WORKER, SYSTEM)
ASSIGNERS = (DIRECTOR, CLERK, MEDIATOR, JUSTICE_OFFICE)

VERBS = (
    Verb(
        "register_case", commands.RegisterCase, answers.Registered, (*DOORS, CLIENT),
        Words("登记案件", "Register a case"), ("case", "register"),
    ),
    Verb(
        "register_past_case", past.RegisterPastCase, answers.PastRegistered, CASE_WORKERS,
        Words("补录已办结的调解", "Register a past mediation"), ("case", "record-past"), limit_s=10,
    ),
    Verb(
        "record_party", commands.RecordParty, answers.PartyDone, (*DOORS, CLIENT),
        Words("登记当事人", "Record a party"), ("party", "record"),
    ),
    Verb(
        "amend_party", commands.AmendParty, answers.PartyDone, DOORS,
        Words("更正当事人信息", "Amend a party"), ("party", "amend"),
    ),
    Verb(
        "record_contact", commands.RecordContact, answers.CaseDone, DOORS,
        Words("记录联系情况", "Record an attempt to reach a party"), ("party", "contact"),
    ),
    Verb(
        "record_consent", commands.RecordConsent, answers.CaseDone, CASE_WORKERS,
        Words("记录是否愿意调解", "Record whether a party consents"), ("party", "consent"),
    ),
    Verb(
        "triage_case", commands.TriageCase, answers.Triaged, CASE_WORKERS,
        Words("分流研判", "Triage a case"), ("case", "triage"),
    ),
    Verb(
        "accept_case", commands.AcceptCase, answers.Accepted, CASE_WORKERS,
        Words("受理并编号", "Accept a case"), ("case", "accept"), limit_s=10,
    ),
    Verb(
        "assign_mediator", commands.AssignMediator, answers.CaseDone, ASSIGNERS,
        Words("指定或更换调解员", "Assign a mediator"), ("case", "assign"),
    ),
    Verb(
        "confirm_sector_by_hand", commands.ConfirmSectorByHand, answers.CaseDone, CASE_WORKERS,
        Words("人工确认行业审查", "Confirm the sector's check by hand"), ("case", "confirm-sector"),
    ),
    Verb(
        "refuse_case", commands.RefuseCase, answers.CaseDone, CASE_WORKERS,
        Words("不予受理", "Refuse a case"), ("case", "refuse"),
    ),
    Verb(
        "withdraw_case", commands.WithdrawCase, answers.CaseDone, CASE_WORKERS,
        Words("撤回申请", "Withdraw an application"), ("case", "withdraw"),
    ),
    Verb(
        "void_case", commands.VoidCase, answers.CaseDone, (DIRECTOR, JUSTICE_OFFICE),
        Words("撤销误受理，编号作废", "Take an acceptance by mistake back"), ("case", "void"),
    ),
    Verb(
        "report_escalation", commands.ReportEscalation, answers.EscalationDone,
        (*DOORS, SYSTEM), Words("上报可能激化的纠纷", "Report an escalation"),
        ("case", "escalate"), asked=True,
    ),
    Verb(
        "record_receipt", commands.RecordReceipt, answers.EscalationDone,
        (*CASE_WORKERS, BUREAU),
        Words("记录上报回执", "Record the receipt of a report"), ("case", "receipt"),
    ),
    Verb(
        "follow_up_escalation", commands.FollowUpEscalation, answers.EscalationDone, DOORS,
        Words("跟进上报事项", "Follow a report up"), ("case", "follow-up"),
    ),
    Verb(
        "ask_unit", commands.AskUnit, answers.RequestDone, CASE_WORKERS,
        Words("请相关单位协调", "Ask a unit to co-ordinate"), ("case", "ask-unit"),
    ),
    Verb(
        "record_unit_reply", commands.RecordUnitReply, answers.RequestDone, CASE_WORKERS,
        Words("记录单位答复", "Record a unit's reply"), ("case", "unit-reply"),
    ),
    Verb(
        "get_case", queries.CaseQuery, shown.CaseShown, (*READERS, CLIENT),
        Words("查看案件", "Show a case"), ("case", "show"), limit_s=2, asked=True,
    ),
    Verb(
        "list_cases", queries.CasesQuery, shown.Cases, (*READERS, CLIENT),
        Words("案件列表", "List cases"), ("case", "list"), limit_s=2, asked=True,
    ),
    Verb(
        "list_due", queries.DueQuery, shown.Duties, READERS,
        Words("到期事项", "List what is due"), ("case", "due"), limit_s=2, asked=True,
    ),
    Verb(
        "get_note", queries.CaseQuery, past.NoteAnswer, (*STAFF, SYSTEM),
        Words("查看补录内容", "Show the note of a past mediation"), ("case", "note"),
        limit_s=2, asked=True,
    ),
    Verb(
        "get_parties", queries.PartiesQuery, shown.Parties, (*STAFF, SYSTEM),
        Words("查看当事人", "Show the parties"), ("party", "list"), limit_s=2, asked=True,
    ),
    Verb(
        "reveal_field", queries.RevealQuery, shown.Revealed, STAFF,
        Words("查看完整号码", "Reveal a field"), ("party", "reveal"), limit_s=2,
    ),
)  # fmt: skip
