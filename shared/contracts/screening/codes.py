"""The code lists of screening's contract."""

MODES = ("routine", "focused", "general", "targeted")  # 常态 重点 普遍 定向
TRIGGERS = ("time", "matter", "person")  # 因时 因事 因人
TARGET_KINDS = ("household", "place", "matter")
FACTS = (
    "death",
    "crowd",
    "violence",
    "violence_threatened",
    "self_harm",
    "group_petition",
    "large_sum",
    "several_liable",
    "mediation_failed",
    "vulnerable_left_alone",
    "cross_county",
    "works_blocked",
)
LEVELS = ("ordinary", "difficult", "major")
FINDING_STATES = ("reported", "graded", "handed_over", "taken", "ended")
OUTCOMES = ("agreed", "not_agreed", "refused", "settled_on_the_spot", "unfounded", "transferred")
RECEIVERS = ("party_committee", "government", "police", "justice_bureau", "other")
WAYS = ("in_person", "phone", "document", "platform")
