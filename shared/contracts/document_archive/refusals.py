"""Refusal codes of document_archive."""

from shared.contracts.language import Words

REFUSALS = {
    "form_unknown": Words("没有这种文书", "No such form"),
    "form_incomplete": Words("文书还缺必填项，见明细", "The paper lacks fields; see details"),
    "form_data_wrong": Words("文书内容的格式有误，无法打印", "The data cannot be printed"),
    "attachment_missing": Words(
        "这种材料不由系统打印，请附上文件", "This paper comes from elsewhere: attach its file"
    ),
    "attachment_not_taken": Words(
        "这种文书由系统打印，不收附件", "This form is printed here: it takes no file"
    ),
    "scan_unreadable": Words("扫描件无法读取", "The scan cannot be read"),
    "papers_missing": Words("材料还没有归入案卷，见明细", "Papers are not filed yet; see details"),
    "packet_not_allowed": Words(
        "这种材料不得送交法院：调解中的陈述不得作为证据",
        "This paper may not leave: words of a mediation are no evidence",
    ),
    "paper_damaged": Words(
        "存储的文件与登记的校验值不符，已停止", "A stored file is not what was filed; stopped"
    ),
    "volume_not_ready": Words("案卷材料不齐，见明细", "The volume lacks papers; see details"),
    "case_not_ended": Words("案件尚未办结，不能结卷", "The case has not ended"),
    "confirmation_open": Words("司法确认尚未结束，不能结卷", "A confirmation is still open"),
    "item_not_missing": Words("卷内不缺这一项，不必说明", "This item is not missing"),
    "retention_missing": Words(
        "当地尚未规定保管期限，请选择一类", "No class of retention is laid down here: choose one"
    ),
    "retention_unknown": Words("没有这一类保管期限", "No such class of retention"),
}
