"""The code lists of document_archive's contract; forms are data of the archive itself."""

SCAN_KINDS = (
    "identity",
    "authority",
    "investigation",
    "evidence",
    "performance_proof",
    "ruling",
    "other",
)
VOLUME_STATES = ("open", "checked", "closed", "archived")
VOLUME_KINDS = ("complete", "simple", "oral")  # 完整卷 简易卷 口头协议
WAITS = ("case_not_ended", "confirmation_open")
HEADS = (
    "lawful_acceptance",
    "complete_material",
    "standard_forms",
    "proper_evidence",
    "correct_law",
    "follow_up_in_time",
    "correct_binding",
)
VERDICTS = ("ok", "failed", "person", "not_due")
