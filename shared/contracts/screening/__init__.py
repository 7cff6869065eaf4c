"""What `screening` (矛盾纠纷排查) says in public: plans, visits, zero reports, findings."""

from shared.contracts.contract import Contract
from shared.contracts.language import (
    BUREAU,
    CLERK,
    DIRECTOR,
    GRID_WORKER,
    JUSTICE_OFFICE,
    MEDIATOR,
    STAFF,
    SYSTEM,
    Event,
    Verb,
    Words,
)
from shared.contracts.screening import answers, commands, events

FIELD_STAFF = (GRID_WORKER, MEDIATOR, DIRECTOR, CLERK, JUSTICE_OFFICE)
PLANNERS = (DIRECTOR, JUSTICE_OFFICE, BUREAU)
READERS = (*STAFF, GRID_WORKER, SYSTEM)


CONTRACT = Contract(
    service="screening",
    words=Words("矛盾纠纷排查", "Screening"),
    nouns={
        "plan": Words("排查计划", "screening plan"),
        "visit": Words("走访", "visit"),
        "finding": Words("排查发现的纠纷", "finding"),
    },
    verb_list=(
        Verb(
            "open_plan", commands.OpenPlan, answers.PlanDone, PLANNERS,
            Words("制定排查计划", "Open a screening plan"), ("plan", "open"),
        ),
        Verb(
            "record_visit", commands.RecordVisit, answers.PlanDone, FIELD_STAFF,
            Words("记录走访", "Record a visit"), ("visit", "record"),
        ),
        Verb(
            "report_zero", commands.ReportZero, answers.PlanDone, FIELD_STAFF,
            Words("零报告", "Report that nothing was found"), ("visit", "zero"),
        ),
        Verb(
            "report_finding", commands.ReportFinding, answers.FindingDone, FIELD_STAFF,
            Words("上报发现的纠纷", "Report a finding"), ("finding", "report"),
        ),
        Verb(
            "grade_finding", commands.GradeFinding, answers.Graded, FIELD_STAFF,
            Words("评定等级", "Grade a finding"), ("finding", "grade"),
        ),
        Verb(
            "hand_over_finding", commands.HandOverFinding, answers.FindingDone, FIELD_STAFF,
            Words("移交纠纷", "Hand a finding over"), ("finding", "hand-over"),
        ),
        Verb(
            "escalate_finding", commands.EscalateFinding, answers.Escalated, FIELD_STAFF,
            Words("上报党委政府", "Report a finding upward"), ("finding", "escalate"),
        ),
        Verb(
            "record_receipt", commands.RecordReceipt, answers.FindingDone, FIELD_STAFF,
            Words("记录上报回执", "Record the receipt of a report"), ("finding", "receipt"),
        ),
        Verb(
            "end_finding", commands.EndFinding, answers.FindingDone, FIELD_STAFF,
            Words("办结排查发现", "End a finding without a case"), ("finding", "end"),
        ),
        Verb(
            "get_plan", commands.PlanQuery, answers.PlanShown, READERS,
            Words("查看排查计划", "Show a plan"), ("plan", "show"), limit_s=2,
        ),
        Verb(
            "list_unvisited", commands.PlanQuery, answers.Targets, READERS,
            Words("未走访对象", "What was not visited"), ("plan", "unvisited"), limit_s=2,
        ),
        Verb(
            "get_finding", commands.FindingQuery, answers.FindingShown, READERS,
            Words("查看发现的纠纷", "Show a finding"), ("finding", "show"),
            limit_s=2, asked=True,
        ),
        Verb(
            "list_findings", commands.FindingsQuery, answers.Findings, READERS,
            Words("发现的纠纷台账", "List findings"), ("finding", "list"), limit_s=2,
        ),
        Verb(
            "summarise_findings", commands.SummaryQuery, answers.Summary, READERS,
            Words("排查汇总表", "Summary table"), ("finding", "summary"), limit_s=2,
        ),
    ),
    event_list=(
        Event("plan_opened", events.PlanData, Words("制定了排查计划", "Plan opened")),
        Event("visit_recorded", events.VisitData, Words("走访了一处", "Visit recorded")),
        Event("zero_reported", events.VisitData, Words("零报告", "Nothing found")),
        Event("finding_reported", events.FindingData, Words("上报了纠纷", "Finding reported")),
        Event("finding_graded", events.FindingData, Words("评定了等级", "Finding graded")),
        Event("finding_handed_over", events.FindingData, Words("移交了纠纷", "Handed over")),
        Event("finding_taken", events.FindingData, Words("调委会已接手", "Finding taken")),
        Event("finding_escalated", events.FindingData, Words("已上报", "Finding reported upward")),
        Event("receipt_recorded", events.FindingData, Words("收到回执", "Receipt recorded")),
        Event("finding_ended", events.FindingData, Words("排查发现已办结", "Finding ended")),
    ),
    refusals={
        "plan_dates_reversed": Words("结束日期早于开始日期", "The plan ends before it begins"),
        "no_such_target": Words("计划里没有这个走访对象", "The plan has no such target"),
        "outside_plan": Words("日期不在计划期间内", "The day lies outside the plan"),
        "reason_missing": Words(
            "与规则评定的等级不同，请写明理由", "To depart from the rule, say why"
        ),
        "receipt_recorded_before": Words("回执已经记录过", "The receipt is there already"),
        "phone_invalid": Words("电话号码有误", "Not a phone number"),
    },
)  # fmt: skip
