"""What `judicial_confirmation` (司法确认) says in public: the joint application to the court."""

from shared.contracts.contract import Contract
from shared.contracts.judicial_confirmation import answers, commands, events
from shared.contracts.language import (
    CLERK,
    COURT,
    DIRECTOR,
    JUSTICE_OFFICE,
    MEDIATOR,
    STAFF,
    SYSTEM,
    Event,
    Verb,
    Words,
)

DESK = (MEDIATOR, DIRECTOR, CLERK, JUSTICE_OFFICE)
BENCH = (COURT,)
READERS = (*STAFF, COURT, SYSTEM)
MAKING_S = 15.0  # rendering and binding a packet


CONTRACT = Contract(
    service="judicial_confirmation",
    words=Words("司法确认", "Judicial confirmation"),
    nouns={"confirmation": Words("司法确认", "judicial confirmation")},
    verb_list=(
        Verb(
            "open_confirmation", commands.OpenConfirmation, answers.Opened, DESK,
            Words("开始司法确认", "Open a confirmation"), ("confirmation", "open"),
        ),
        Verb(
            "record_wish", commands.RecordWish, answers.WaitingDone, DESK,
            Words("记录申请意愿", "Record a party's wish"), ("confirmation", "wish"),
        ),
        Verb(
            "prepare_application", commands.PrepareApplication, answers.Prepared, DESK,
            Words("制作申请材料", "Prepare the application"), ("confirmation", "prepare"),
            limit_s=MAKING_S,
        ),
        Verb(
            "sign_application", commands.SignApplication, answers.WaitingDone, DESK,
            Words("当事人签申请书", "Sign the application"), ("confirmation", "sign"),
        ),
        Verb(
            "submit_application", commands.OfConfirmation, answers.Sent, DESK,
            Words("送交法院", "Submit the application"), ("confirmation", "submit"),
            limit_s=MAKING_S,
        ),
        Verb(
            "answer_supplement", commands.OfConfirmation, answers.Sent, DESK,
            Words("送交补充材料", "Send what the court asked for"), ("confirmation", "supplement"),
            limit_s=MAKING_S,
        ),
        Verb(
            "withdraw_application", commands.OfConfirmation, answers.ConfirmationDone, DESK,
            Words("撤回申请", "Withdraw the application"), ("confirmation", "withdraw"),
        ),
        Verb(
            "accept_application", commands.AcceptApplication, answers.ConfirmationDone, BENCH,
            Words("法院受理", "The court accepts"), ("confirmation", "accept"),
        ),
        Verb(
            "request_supplement", commands.RequestSupplement, answers.ConfirmationDone, BENCH,
            Words("法院要求补充", "The court asks for more"), ("confirmation", "ask-more"),
        ),
        Verb(
            "refuse_application", commands.RefuseApplication, answers.ConfirmationDone, BENCH,
            Words("法院不予受理", "The court does not accept"), ("confirmation", "refuse"),
        ),
        Verb(
            "deem_withdrawn", commands.OfConfirmation, answers.ConfirmationDone, BENCH,
            Words("法院按撤回申请处理", "The court deems it withdrawn"),
            ("confirmation", "deem-withdrawn"),
        ),
        Verb(
            "rule_confirmation", commands.RuleConfirmation, answers.Ruled, BENCH,
            Words("法院裁定", "The court rules"), ("confirmation", "rule"),
        ),
        Verb(
            "get_confirmation", commands.ConfirmationQuery, answers.ConfirmationShown, READERS,
            Words("查看司法确认", "Show a confirmation"), ("confirmation", "show"),
            limit_s=2, asked=True,
        ),
        Verb(
            "list_confirmations", commands.ConfirmationsQuery, answers.Confirmations, READERS,
            Words("司法确认台账", "List confirmations"), ("confirmation", "list"),
            limit_s=2, asked=True,
        ),
        Verb(
            "list_due", commands.DueQuery, answers.Duties, READERS,
            Words("到期提醒", "What is due"), ("confirmation", "due"), limit_s=2, asked=True,
        ),
        Verb(
            "list_courts", commands.OneConfirmation, answers.Courts, DESK,
            Words("可选的法院", "The courts to choose from"), ("confirmation", "courts"),
        ),
        Verb(
            "get_packet", commands.OneConfirmation, answers.PacketShown, DESK,
            Words("查看申请材料", "Show the packet"), ("confirmation", "packet"), limit_s=MAKING_S,
        ),
    ),
    event_list=(
        Event("confirmation_opened", events.OpenedData, Words("可以申请司法确认", "Opened")),
        Event(
            "confirmation_not_offered", events.OpenedData, Words("不能申请司法确认", "Not offered")
        ),
        Event("wish_recorded", events.WishData, Words("当事人表示了意愿", "A party's wish")),
        Event("application_prepared", events.PacketData, Words("制作了申请材料", "Prepared")),
        Event("application_signed", events.SignatureData, Words("当事人签了申请书", "Signed")),
        Event("application_dispatched", events.PacketData, Words("正在送交法院", "On its way")),
        Event("application_returned", events.PacketData, Words("材料有变，退回重做", "Returned")),
        Event("confirmation_submitted", events.PacketData, Words("法院已收件", "Submitted")),
        Event("confirmation_accepted", events.CourtData, Words("法院已受理", "Accepted")),
        Event(
            "confirmation_supplement_requested", events.CourtData,
            Words("法院要求补充材料", "Supplement requested"),
        ),
        Event("confirmation_ruled", events.RulingData, Words("法院已裁定", "Ruled")),
        Event("confirmation_ended", events.EndedData, Words("司法确认已结束", "Ended")),
        Event("deadline_near", events.NearData, Words("申请期限将满", "The deadline comes near")),
    ),
    refusals={
        "agreement_not_effective": Words("协议还没有生效", "The agreement is not in effect"),
        "agreement_changed": Words(
            "协议内容与开始确认时不同，请对新协议重新申请",
            "The agreement differs from the one this confirmation is bound to",
        ),
        "already_open": Words("这份协议已经在申请确认", "A confirmation is open already"),
        "attachment_unreadable": Words("扫描件无法读取", "The scan cannot be read"),
        "court_missing": Words("有几个法院可选，请选一个", "Choose one of the courts"),
        "court_not_listed": Words("所选法院没有管辖权", "This court is not competent"),
        "dates_reversed": Words("时间早于前一步", "It precedes the step before it"),
        "deadline_passed": Words(
            "已过三十日申请期限，不能再送交；可以按协议履行，或者起诉",
            "The time to apply together is over",
        ),
        "ground_missing": Words("驳回申请须写明理由", "A rejection needs its ground"),
        "ground_unknown": Words("没有这项理由", "No such ground"),
        "not_a_party": Words("不是这份协议的当事人", "Not a party of the agreement"),
        "not_prepared": Words("请先重新制作材料", "Prepare the packet first"),
        "packet_changed": Words(
            "签名后材料有变化，请重新制作、重新签名", "The papers have changed since then"
        ),
        "paper_not_allowed": Words(
            "这种材料不能送交法院，调解记录不得作为证据", "This paper does not go to the court"
        ),
        "papers_missing": Words("还缺材料", "Papers are missing"),
        "precheck_stopped": Words(
            "预审没有通过，送去法院也会被退回，请先处理", "A court would have to refuse it"
        ),
        "signature_missing": Words("还有当事人没有签名", "Not all parties have signed"),
        "signed_before": Words("这位当事人已经签过", "This party has signed already"),
        "supplement_not_due": Words("补充期限还没有到", "The time for the supplement is not over"),
    },
)  # fmt: skip
