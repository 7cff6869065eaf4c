"""Mediation_session's refusals: a plain sentence each, with the article where the law speaks."""

from collections.abc import Mapping

from shared.contracts.language import Words

REFUSALS: Mapping[str, Words] = {
    "case_not_accepted": Words(
        "本件还没有受理，不能开始调解",
        "The case is not accepted, so there is nothing to mediate yet",
    ),
    "intake_present": Words(
        "受理服务在运行，请先在那里受理", "Intake is running: accept the case there"
    ),
    "notice_missing": Words(
        "还有当事人没有收到权利义务告知，请先告知（人民调解法第二十三条、第二十四条）",
        "A party has not been told its rights and duties yet (art. 23, 24)",
    ),
    "notice_given_before": Words("这位当事人已经告知过", "This party has its notice already"),
    "not_a_party": Words("不是本件的当事人", "Not a party of the case"),
    "not_a_mediator": Words(
        "不是本件的调解员，请先指定（人民调解法第十九条）", "Not a mediator of the case (art. 19)"
    ),
    "consents_missing": Words(
        "还有当事人没有同意（人民调解法第二十条、第二十三条）",
        "A party has not consented (art. 20, 23)",
    ),
    "audience_unknown": Words(
        "说话的范围应为：joint、file、side:当事人编号、self",
        "An audience is joint, file, side:<party> or self",
    ),
    "words_of_one_side": Words(
        "单独谈的内容只能由本件调解员自己记录",
        "Only the mediator of the case notes words of one side",
    ),
    "statute_unknown": Words(
        "没有收录这部法律或者这一条", "No such statute or article is packaged"
    ),
    "before_acceptance": Words("时间早于受理", "It lies before the acceptance"),
    "dates_reversed": Words("时间先后颠倒，请核对", "The times are not in order"),
    "no_such_session": Words("没有这次预约，或者已经开过", "No such appointment"),
    "session_missing": Words(
        "还没有调解记录，不能订立协议（人民调解法第二十七条）",
        "No session is on record yet (art. 27)",
    ),
    "reason_missing": Words("请写明理由", "Say why"),
    "not_expired": Words("调解期限还没有届满", "The time is not over yet"),
    "code_unknown": Words("代码表里没有这个代码", "The code table has no such code on that day"),
    "agreement_exists": Words(
        "本件已有协议；要修改，请注明替换哪一份",
        "There is an agreement already; say that the new one replaces it",
    ),
    "not_replaceable": Words("这份协议已被替换", "That agreement has been replaced already"),
    "linter_errors": Words(
        "协议还有必须改正的地方，请按提示修改", "The linter found what must be put right first"
    ),
    "parties_incomplete": Words(
        "当事人的姓名或住址不全，请先在受理处补齐（人民调解法第二十九条）",
        "Names or addresses of parties are missing (art. 29)",
    ),
    "hash_differs": Words(
        "看到的协议与定稿不同，请重新打开后再签", "The text seen is not the frozen one"
    ),
    "paper_only": Words(
        "涉及婚姻、收养、继承等人身关系，只能在纸上签名或按指印（电子签名法第三条）",
        "Matters of personal status are signed on paper (Electronic Signature Law, art. 3)",
    ),
    "guardian_signs": Words(
        "这位当事人未成年，由监护人代签（民法典第十九条、第二十条、第二十三条）",
        "A guardian signs for a minor (Civil Code 19, 20, 23)",
    ),
    "no_representative": Words(
        "这位当事人没有登记代理人", "Nobody is on record as acting for this party"
    ),
    "signed_before": Words("已经签过", "Signed already"),
    "sealed_before": Words("已经盖过章", "Sealed already"),
    "before_freezing": Words(
        "签名或盖章的日期早于定稿", "Signed or sealed before the text was fixed"
    ),
    "written_form_due": Words(
        "这类纠纷应当订立书面协议", "This kind of dispute needs a written agreement"
    ),
    "not_effective": Words("协议还没有生效，或者已被替换", "The agreement is not in effect"),
    "no_such_clause": Words(
        "协议没有这一条或者这一期", "The agreement has no such clause or period"
    ),
    "amount_differs": Words(
        "金额少于这一期应付的数额，请记为部分履行", "It is less than what is due: partly performed"
    ),
}
