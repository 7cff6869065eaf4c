"""The code lists of registry's contract; host types, sectors and sexes are tables of reference."""

DIVISION_LEVELS = ("province", "prefecture", "county", "township", "village")
STUDIO_KINDS = ("stationed", "personal")  # 派驻 个人
MEMBER_ROLES = ("director", "deputy", "member")  # 主任 副主任 委员
APPOINTMENTS = ("elected", "hired")  # 推选 聘任: art. 13 人民调解法
MEDIATOR_KINDS = ("full_time", "part_time")
CERTIFICATE_ACTS = ("issue", "check", "suspend", "restore", "revoke")
CERTIFICATE_STATES = ("none", "valid", "suspended", "revoked")
REMOVALS = ("dismissed", "resigned", "term_over", "died")  # dismissed: 罢免、解聘, art. 15
COURT_LEVELS = ("basic", "intermediate")
RESOURCE_KINDS = (
    "lawyer",
    "notary",
    "appraiser",
    "legal_aid",
    "grassroots_legal_worker",
    "expert",
)
CLOCKS = (
    "acceptance",
    "mediation_general",
    "mediation_medical",
    "court_delegated",
    "court_entrusted",
    "court_entrusted_summary",
    "labour",
    "confirmation",
)
CLOCK_UNITS = ("days", "working_days")
CASE_ENDS = ("mediation_ended", "performance")
FREQUENCIES = ("daily", "weekly", "half_monthly", "monthly", "quarterly")
WRITTEN_GROUNDS = ("party_asks", "medical", "not_performed_at_once", "difficult", "major")

WARNINGS = (
    "members_few",
    "members_many",
    "director_missing",
    "directors_several",
    "woman_missing",
    "minority_missing",
    "member_term_long",
    "member_term_over",
    "host_term_long",
    "host_term_over",
    "host_level_unusual",
    "name_unusual",
    "short_shared",
)
PLACE_REASONS = (
    "own_village",
    "own_township",
    "own_county",
    "own_prefecture",
    "own_province",
    "township_instead",
    "county_instead",
    "prefecture_instead",
    "province_instead",
    "sector_committee",
    "sector_committee_missing",
)
MEDIATOR_REASONS = (
    "not_registered_yet",
    "removed",
    "certificate_missing",
    "certificate_not_yet",
    "certificate_expired",
    "certificate_suspended",
    "certificate_revoked",
    "committee_not_active",
    "other_committee",
)
