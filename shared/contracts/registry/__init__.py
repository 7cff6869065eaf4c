"""What `registry` (登记) says in public: divisions, committees, mediators, roles, courts, legal
resources, region profiles, sector manifests.
"""

from shared.contracts.contract import Contract
from shared.contracts.language import (
    ADMINISTRATOR,
    BUREAU,
    DIRECTOR,
    GRID_WORKER,
    JUSTICE_OFFICE,
    STAFF,
    SYSTEM,
    Event,
    Verb,
    Words,
)
from shared.contracts.registry import answers, commands, events, queries

READERS = (*STAFF, GRID_WORKER, SYSTEM, ADMINISTRATOR)
FOUNDERS = (JUSTICE_OFFICE, BUREAU, ADMINISTRATOR)
COMMITTEE_KEEPERS = (DIRECTOR, *FOUNDERS)
BUREAUX = (BUREAU, ADMINISTRATOR)


CONTRACT = Contract(
    service="registry",
    words=Words("登记", "Registry"),
    nouns={
        "division": Words("行政区划", "division"),
        "committee": Words("人民调解委员会", "people's mediation committee"),
        "studio": Words("人民调解工作室", "mediation studio"),
        "mediator": Words("人民调解员", "people's mediator"),
        "role": Words("岗位", "role of a person"),
        "court": Words("人民法院", "people's court"),
        "resource": Words("法律服务资源", "legal resource"),
        "profile": Words("地区配置", "region profile"),
    },
    verb_list=(
        Verb(
            "import_divisions", commands.ImportDivisions, answers.DivisionsDone, (ADMINISTRATOR,),
            Words("导入行政区划", "Import divisions"), ("division", "import"), limit_s=30,
        ),
        Verb(
            "get_division", queries.DivisionQuery, answers.DivisionShown, READERS,
            Words("查看行政区划", "Show a division"), ("division", "show"), limit_s=2, asked=True,
        ),
        Verb(
            "list_divisions", queries.DivisionsQuery, answers.Divisions, READERS,
            Words("下级行政区划", "List divisions"), ("division", "list"), limit_s=2, asked=True,
        ),
        Verb(
            "register_committee", commands.RegisterCommittee, answers.CommitteeDone, FOUNDERS,
            Words("登记调委会", "Register a committee"), ("committee", "register"),
        ),
        Verb(
            "change_membership", commands.ChangeMembership, answers.CommitteeDone,
            COMMITTEE_KEEPERS,
            Words("调整调委会委员", "Change the membership"), ("committee", "change"),
        ),
        Verb(
            "dissolve_committee", commands.DissolveCommittee, answers.CommitteeDone, FOUNDERS,
            Words("撤销调委会", "Dissolve a committee"), ("committee", "dissolve"),
        ),
        Verb(
            "get_committee", queries.CommitteeQuery, answers.CommitteeShown, READERS,
            Words("查看调委会", "Show a committee"), ("committee", "show"), limit_s=2, asked=True,
        ),
        Verb(
            "list_committees", queries.CommitteesQuery, answers.Committees, READERS,
            Words("调委会名册", "List committees"), ("committee", "list"),
            limit_s=2, asked=True,
        ),
        Verb(
            "find_committee", queries.PlaceQuery, answers.CommitteeFound, READERS,
            Words("由哪个调委会调解", "Find the committee of a place"), ("committee", "find"),
            limit_s=2, asked=True,
        ),
        Verb(
            "register_studio", commands.RegisterStudio, answers.StudioDone, FOUNDERS,
            Words("登记调解工作室", "Register a studio"), ("studio", "register"),
        ),
        Verb(
            "register_mediator", commands.RegisterMediator, answers.MediatorDone,
            COMMITTEE_KEEPERS,
            Words("登记调解员", "Register a mediator"), ("mediator", "register"),
        ),
        Verb(
            "certify_mediator", commands.CertifyMediator, answers.MediatorDone, BUREAUX,
            Words("调解员证件", "Certify a mediator"), ("mediator", "certify"),
        ),
        Verb(
            "remove_mediator", commands.RemoveMediator, answers.MediatorDone, COMMITTEE_KEEPERS,
            Words("调解员离任", "Remove a mediator"), ("mediator", "remove"),
        ),
        Verb(
            "get_mediator", queries.MediatorQuery, answers.MediatorShown, READERS,
            Words("查看调解员", "Show a mediator"), ("mediator", "show"), limit_s=2, asked=True,
        ),
        Verb(
            "list_mediators", queries.MediatorsQuery, answers.Mediators, READERS,
            Words("调解员名册", "List mediators"), ("mediator", "list"), limit_s=2,
        ),
        Verb(
            "check_mediator", queries.MediatorCheck, answers.MediatorChecked, READERS,
            Words("核对调解员资格", "Check a mediator"), ("mediator", "check"),
            limit_s=2, asked=True,
        ),
        Verb(
            "check_roster", queries.RosterCheck, answers.RosterChecked, READERS,
            Words("核对名册", "Check the roster"), ("committee", "roster"),
            limit_s=2, asked=True,
        ),
        Verb(
            "grant_role", commands.GrantRole, answers.GrantDone, BUREAUX,
            Words("授予岗位", "Grant a role"), ("role", "grant"),
        ),
        Verb(
            "end_role", commands.EndRole, answers.GrantDone, BUREAUX,
            Words("收回岗位", "End a role"), ("role", "end"),
        ),
        Verb(
            "list_roles", queries.RolesQuery, answers.Roles, READERS,
            Words("查看岗位", "List the roles of a person"), ("role", "list"),
            limit_s=2, asked=True,
        ),
        Verb(
            "register_court", commands.RegisterCourt, answers.CourtDone, (ADMINISTRATOR,),
            Words("登记法院", "Register a court"), ("court", "register"),
        ),
        Verb(
            "find_courts", queries.CourtsQuery, answers.Courts, READERS,
            Words("查找法院", "Find the courts of a place"), ("court", "find"),
            limit_s=2, asked=True,
        ),
        Verb(
            "register_resource", commands.RegisterResource, answers.ResourceDone, FOUNDERS,
            Words("登记法律服务资源", "Register a legal resource"), ("resource", "register"),
        ),
        Verb(
            "list_resources", queries.ResourcesQuery, answers.Resources, READERS,
            Words("法律服务资源名册", "List legal resources"), ("resource", "list"), limit_s=2,
        ),
        Verb(
            "publish_profile", commands.PublishProfile, answers.ProfileDone, BUREAUX,
            Words("发布地区配置", "Publish a region profile"), ("profile", "publish"),
        ),
        Verb(
            "get_profile", queries.ProfileQuery, answers.ProfileShown, READERS,
            Words("查看地区配置", "Show a region profile"), ("profile", "show"),
            limit_s=2, asked=True,
        ),
        Verb(
            "get_manifest", queries.ManifestQuery, answers.ManifestShown, READERS,
            Words("查看行业模块说明", "Show a sector's manifest"), limit_s=2, asked=True,
        ),
    ),
    event_list=(
        Event("divisions_imported", events.DivisionsData, Words("导入了区划", "Imported")),
        Event(
            "committee_registered", events.CommitteeData,
            Words("登记了调委会", "Committee registered"),
        ),
        Event("committee_changed", events.CommitteeData, Words("委员有调整", "Committee changed")),
        Event(
            "committee_dissolved", events.CommitteeData,
            Words("撤销了调委会", "Committee dissolved"),
        ),
        Event("studio_registered", events.StudioData, Words("登记了工作室", "Studio registered")),
        Event(
            "mediator_registered", events.MediatorData,
            Words("登记了调解员", "Mediator registered"),
        ),
        Event(
            "mediator_certified", events.MediatorData,
            Words("调解员证件有变动", "Certificate changed"),
        ),
        Event("mediator_removed", events.MediatorData, Words("调解员离任", "Mediator removed")),
        Event("role_granted", events.RoleData, Words("授予了岗位", "Role granted")),
        Event("role_ended", events.RoleData, Words("收回了岗位", "Role ended")),
        Event("court_registered", events.CourtData, Words("登记了法院", "Court registered")),
        Event(
            "resource_registered", events.ResourceData,
            Words("登记了法律服务资源", "Resource registered"),
        ),
        Event("profile_published", events.ProfileData, Words("发布了配置", "Profile published")),
    ),
    refusals={
        "rows_or_seed": Words(
            "请选择内置区划或者提供数据行，二者取一", "Give either the seed or rows, not both"
        ),
        "division_malformed": Words(
            "区划编码、级别、上级或日期不一致", "Code, level, parent or days do not fit together"
        ),
        "division_unknown": Words("没有这个区划，请先导入", "No such division; import it first"),
        "code_unknown": Words("代码表里没有这一项", "The code table has no such code"),
        "code_taken": Words("这个编码已被使用", "This code is in use"),
        "dates_reversed": Words("结束日期早于开始日期", "It ends before it begins"),
        "commercial_mediation": Words(
            "商事调解组织不登记为人民调解委员会", "A commercial mediation body is no committee"
        ),
        "nothing_changed": Words("没有任何变动", "Nothing would change"),
        "no_such_member": Words("没有这名在任委员", "No such member in office"),
        "committee_not_active": Words("调委会当日未设立或已撤销", "The committee was not active"),
        "committee_missing": Words(
            "该地尚无可以受理的调委会", "No committee takes disputes of that place"
        ),
        "identity_invalid": Words("身份号码有误", "Not an identity number"),
        "not_adult": Words("调解员应为成年人", "A mediator must be an adult"),
        "certificate_incomplete": Words(
            "请填写证号和起止日期", "Give the number and both days of the certificate"
        ),
        "certificate_number_taken": Words(
            "证号已属于另一名调解员", "The certificate number is another mediator's"
        ),
        "reason_missing": Words("请写明理由", "Say why"),
        "before_last_act": Words(
            "日期早于上一次证件变动", "It lies before the last act about the certificate"
        ),
        "profile_level": Words(
            "只有省、市（州）、县级可以发布配置", "Only provinces, prefectures, counties publish"
        ),
        "profile_incomplete": Words("配置缺项或有误", "The settings are incomplete"),
        "unknown_mismatch": Words(
            "unknown 所列与空值不一致", "`unknown` does not list exactly the null values"
        ),
        "profile_missing": Words("该地没有生效的配置", "No profile is in force there"),
        "manifest_missing": Words("没有这个行业模块", "No such sector module"),
    },
)  # fmt: skip
