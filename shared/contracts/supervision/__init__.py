"""What `supervision` (监督指导) says in public: the Ministry's case table, from events alone."""

from shared.contracts.contract import Contract
from shared.contracts.language import (
    ADMINISTRATOR,
    BUREAU,
    CLERK,
    DIRECTOR,
    JUSTICE_OFFICE,
    SYSTEM,
    Event,
    Verb,
    Words,
)
from shared.contracts.supervision import answers, events, queries

VIEWERS = (DIRECTOR, CLERK, JUSTICE_OFFICE, BUREAU, SYSTEM)
OPERATORS = (ADMINISTRATOR, SYSTEM)

CONTRACT = Contract(
    service="supervision",
    words=Words("监督指导", "Supervision"),
    nouns={"statistics": Words("统计报表", "statistics")},
    verb_list=(
        Verb(
            "get_case_table", queries.TableQuery, answers.CaseTable, (*VIEWERS, ADMINISTRATOR),
            Words("人民调解案件情况统计表", "Show the case table"), ("statistics", "table"),
        ),
        Verb(
            "list_cases_behind", queries.BehindQuery, answers.BehindFigure, VIEWERS,
            Words("查看数字背后的案件", "List the cases behind a figure"),
            ("statistics", "behind"),
        ),
        Verb(
            "export_case_table", queries.TableQuery, answers.Exported, (*VIEWERS, ADMINISTRATOR),
            Words("导出统计表", "Export the case table"), ("statistics", "export"),
        ),
        Verb(
            "rebuild", queries.Rebuild, answers.Rebuilding, (ADMINISTRATOR,),
            Words("从日志重建统计数据", "Rebuild the statistics from the journals"),
            ("statistics", "rebuild"), limit_s=10,
        ),
        Verb(
            "get_progress", queries.ProgressQuery, answers.Progress, OPERATORS,
            Words("统计数据的进度", "Show how far the journals are followed"),
            ("statistics", "progress"),
        ),
    ),
    event_list=(
        Event(
            "read_model_rebuilt", events.RebuiltData,
            Words("重建了统计数据", "Read model rebuilt"),
        ),
    ),
    refusals={
        "period_reversed": Words("结束日期早于开始日期", "The period ends before it begins"),
        "column_unknown": Words("统计表里没有这一栏", "The form has no such column"),
        "column_empty": Words("这一栏尚无数据来源", "Nothing tells this column yet"),
        "rows_too_many": Words(
            "调委会过多，请选下一级区划", "Too many committees: choose a smaller division"
        ),
        "rebuilding": Words(
            "统计数据正在重建，请稍后再看", "The statistics are being rebuilt; look again later"
        ),
    },
)  # fmt: skip
