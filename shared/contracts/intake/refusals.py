"""Intake's refusals: a plain sentence each, with the article where the law speaks."""

from collections.abc import Mapping

from shared.contracts.language import Words

REFUSALS: Mapping[str, Words] = {
    "consent_refused": Words(
        "一方当事人已明确拒绝调解，本件到此为止；以后愿意调解的，另行登记并注明本件"
        "（人民调解法第十七条）",
        "A party has refused mediation: a hard stop; a later yes is a new case (art. 17)",
    ),
    "already_accepted": Words(
        "本件已经受理；当事人不愿继续调解的，由调解员终止调解（人民调解法第二十三条、第二十六条）",
        "Accepted already; who does not wish to go on ends the mediation (art. 23, 26)",
    ),
    "consent_missing": Words(
        "还有当事人没有表示愿意调解，请先征得同意（人民调解法第十七条）",
        "A party has not consented yet (art. 17)",
    ),
    "sides_missing": Words(
        "至少要有一名申请人和一名被申请人，知道称呼即可（人民调解法第二条）",
        "A dispute has at least two sides; labels are enough (art. 2)",
    ),
    "not_triaged": Words("请先分流：定类别、领域和等级", "Triage the case first"),
    "guardian_missing": Words(
        "未成年当事人还没有监护人，请先登记监护人（民法典第十九条、第二十条、第二十三条）",
        "A minor has no guardian on record yet (Civil Code 19, 20, 23)",
    ),
    "approval_missing": Words(
        "这个等级的案件由指定岗位批准受理，请交有权批准的人办理",
        "The profile lets only certain roles accept a case of this level",
    ),
    "clock_missing": Words(
        "地区配置里没有这类案件的调解期限，请先补上配置",
        "The region's profile lacks the period of mediation",
    ),
    "numbering_missing": Words(
        "地区配置里没有编号规则，请先补上配置", "The region's profile lacks the numbering"
    ),
    "committee_missing": Words(
        "当地没有可以受理的调解委员会", "No committee there can take the case"
    ),
    "way_missing": Words(
        "依申请的，请注明申请方式（人民调解法第十七条）",
        "Say how the application was made (art. 17)",
    ),
    "referral_missing": Words(
        "委托移送的，请写明送来的单位和函号（人民调解法第十八条）",
        "Say who referred it and by which letter (art. 18)",
    ),
    "code_unknown": Words("代码表里没有这个代码", "The code table has no such code on that day"),
    "phone_invalid": Words("电话号码有误", "Not a phone number"),
    "identity_invalid": Words("证件号码有误", "Not a valid identity number"),
    "represents_missing": Words(
        "监护人、代理人请注明代表哪一方（民法典第二十三条）",
        "A guardian or agent acts for a party of the case (Civil Code 23)",
    ),
    "not_its_representative": Words(
        "此人不能代这一方表示意愿：没有登记为其监护人或代理人，或者已到期",
        "Not a guardian or agent of that party on that day",
    ),
    "reason_missing": Words(
        "与规则建议的不同，请写明理由", "To depart from the proposal, say why"
    ),
    "ground_missing": Words(
        "请写明不予受理的理由（人民调解工作若干规定第二十二条）",
        "Say on which ground it is not acceptable (Provisions, art. 22)",
    ),
    "mediator_unfit": Words(
        "这名调解员当日不能办案（人民调解法第十四条）",
        "The mediator may not mediate on that day (art. 14)",
    ),
    "conflict_of_interest": Words(
        "这名调解员就是本件当事人，应当回避，请另选一名（人民调解法第十五条、第十九条）",
        "The mediator is a party of the case; choose another one (art. 15, 19)",
    ),
    "caseload_full": Words(
        "这名调解员在办案件已满，请另选一名", "The mediator's caseload is full"
    ),
    "assigned_before": Words("这名调解员已经在办本件", "The mediator is on the case already"),
    "not_assigned": Words("被替换的调解员不在办本件", "Who is to be replaced is not on the case"),
    "nothing_to_check": Words(
        "本件没有待核验的行业审查", "No check of the sector is pending"
    ),
    "receipt_recorded_before": Words("回执已经记录过", "The receipt is there already"),
    "replied_before": Words("答复已经记录过", "The reply is there already"),
    "dates_reversed": Words(
        "日期先后颠倒，请核对：登记、受理、告知、调解、达成协议、履行应依次在前",
        "The dates are not in the order of the acts",
    ),
    "purpose_missing": Words(
        "查看完整的电话或证件号码，请注明用途（个人信息保护法第六条）",
        "To see a number in full, say for what (PIPL 6)",
    ),
    "note_missing": Words("本件不是事后补录的", "The case has no note of a past mediation"),
}  # fmt: skip
