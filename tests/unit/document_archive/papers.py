"""Data for every form, as a small case: a leak from the flat above, damage 12,000 yuan."""

from typing import Any

COMMITTEE = "岭下镇人民调解委员会"
NUMBER = "(2026)岭下人调字第3号"
DATE = "2026-11-23"
COURT = "岭下县人民法院"
FACTS = (
    "2026年10月8日，被申请人李某家中厨房水管破裂，水渗到楼下申请人张某家中，"
    "泡坏天花板、墙面和木地板。双方就赔偿数额协商不成。"
)
CLAUSES = [
    "李某赔偿张某房屋修复费用人民币12,000.00元（大写：壹万贰仟元整），分两期付清。",
    "第一期6,000.00元（大写：陆仟元整）于2026年12月1日前转账给张某。",
    "第二期6,000.00元（大写：陆仟元整）于2027年1月31日前转账给张某。",
    "任何一期逾期不付的，张某可以要求李某一次付清全部余款。",
    "双方就此次漏水再无其他争议。",
]
FOOT = {
    "number": "WS-2026-000123",
    "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "verify": "核验：到出具本文书的人民调解委员会，报文书编号和校验值前八位。",
}


def person(name: str = "张某", **more: Any) -> dict[str, Any]:
    return {
        "kind": "person",
        "role": "applicant",
        "name": name,
        "gender": "男",
        "ethnicity": "汉族",
        "age": 46,
        "occupation": "果农",
        "phone": "13800000000",
        "id_number": "220000190001010000",
        "address": "岭下镇河东村二组",
        **more,
    }


def organisation(name: str = "岭下镇某物业服务有限公司", **more: Any) -> dict[str, Any]:
    return {
        "kind": "organisation",
        "role": "respondent",
        "name": name,
        "representative": "王某",
        "position": "经理",
        "credit_code": "91220000MA00000000",
        "phone": "0431-00000000",
        "address": "岭下镇河西街8号",
        **more,
    }


def applicant() -> dict[str, Any]:
    return person("张某")


def respondent() -> dict[str, Any]:
    return person("李某", role="respondent", gender="女", age=39, occupation="小学教师")


def both() -> list[dict[str, Any]]:
    return [applicant(), respondent()]


def named(*people: str) -> list[dict[str, Any]]:
    return [{"name": name} for name in people]


def rows(count: int = 3) -> list[dict[str, Any]]:
    return [
        {"no": no, "title": f"第{no}件文书", "pages": f"{no}", "remark": ""}
        for no in range(1, count + 1)
    ]


COMMON = {"committee": COMMITTEE, "number": NUMBER, "date": DATE, "foot": FOOT}
UNPRINTED = {
    "address_confirmation": {"committee"},
    "cover": {"foot"},
    "contents": {"foot"},
    "back_cover": {"foot", "committee"},
}

FORMS: dict[str, dict[str, Any]] = {
    "application": {
        "applicants": [applicant()],
        "respondents": [respondent()],
        "facts": FACTS,
        "requests": ["赔偿房屋修复费用12,000.00元；", "十日内修好漏水的水管。"],
    },
    "register": {
        "parties": named("张某", "李某"),
        "category": "邻里纠纷",
        "people_count": 2,
        "happened_on": "2026-10-08",
        "place": "岭下镇河东村二组",
        "source": "initiative",
        "amount": "12,000.00元（大写：壹万贰仟元整）",
        "accepted_on": "2026-11-01",
        "facts": FACTS,
        "registrar": ["赵某"],
    },
    "notice": {"parties": named("张某", "李某"), "mediators": ["赵某"]},
    "record": {
        "started_at": "2026-11-20T09:30",
        "ended_at": "2026-11-20T11:00",
        "place": "河东村调解室",
        "parties": named("张某", "李某"),
        "participants": ["孙某（村民代表）"],
        "mediators": ["赵某", "钱某"],
        "recorder": ["钱某"],
        "body": "张某：天花板和地板都泡坏了，要换新的。\n李某：愿意赔，一次拿不出这么多。\n"
        "调解员：水从上层渗下，上层住户有修复的责任；数额可以按维修报价算，分期付。",
        "laws": ["民法典第二百八十八条：不动产的相邻权利人应当正确处理相邻关系。"],
        "result": "agreed",
    },
    "agreement": {
        "parties": both(),
        "facts": FACTS,
        "matters": "赔偿数额和付款时间。李某对漏水负责，张某没有过错。",
        "clauses": CLAUSES,
        "amount": {"figures": "12,000.00 元", "capitals": "壹万贰仟元整"},
        "performance": {"manner": "银行转账，分两期", "place": "", "deadline": "2027年1月31日前"},
        "copies": "三",
        "mediators": ["赵某", "钱某"],
        "recorder": ["钱某"],
    },
    "oral_agreement": {
        "parties": [applicant(), organisation()],
        "facts": FACTS,
        "matters": "清运装修垃圾的时间。",
        "clauses": ["物业公司当日运走堆在张某门前的装修垃圾。"],
        "performance": {"manner": "当场履行", "place": "河东村二组", "deadline": "2026年11月23日"},
        "agreed_on": DATE,
        "mediators": ["赵某"],
    },
    "follow_up": {
        "parties": named("张某", "李某"),
        "agreement_number": NUMBER,
        "reason": "协议履行期满",
        "visited_at": "2027-02-03T10:00",
        "manner": "上门",
        "situation": "两期款项已经付清，天花板和地板已经修好，双方见面打招呼。",
        "performance": "全部履行",
        "satisfaction": "双方满意",
        "lawsuit": "没有起诉",
        "mistake": "没有",
        "hidden_risk": "没有",
        "measures": "提醒李某冬季关好水阀。",
        "visited": ["张某", "李某"],
        "visitors": ["赵某"],
    },
    "confirmation_application": {
        "parties": both(),
        "agreed_on": DATE,
        "facts": FACTS,
        "clauses": CLAUSES,
        "court": COURT,
        "attachments": [
            "人民调解协议书一份；",
            "调解组织主持调解证明一份；",
            "申请人身份证明各一份。",
        ],
    },
    "refusal_notice": {
        "to": named("张某"),
        "applied_on": "2026-11-02",
        "matter": "与李某的人身损害赔偿纠纷",
        "reason": "人民法院已经受理该纠纷。",
        "grounds": ["人民调解工作若干规定第二十二条。"],
        "routes": ["在人民法院的诉讼中申请调解。", "拨打12348咨询。"],
    },
    "other_routes_notice": {
        "parties": named("张某", "李某"),
        "matter": "相邻漏水",
        "ended_on": "2026-11-22",
        "reason": "双方对赔偿数额分歧较大，李某要求终止调解。",
        "routes": ["向岭下县人民法院提起诉讼。", "拨打12348，询问是否可以申请法律援助。"],
    },
    "escalation": {
        "to": ["岭下镇人民政府", "岭下派出所"],
        "reported_at": "2026-11-12T16:20",
        "manner": "电话并书面",
        "place": "河东村二组",
        "category": "邻里纠纷",
        "people_count": 12,
        "parties": named("张某", "李某"),
        "facts": FACTS,
        "danger": "双方亲属十余人聚在楼下争吵，有人扬言动手。",
        "measures": "已劝开双方，请村干部在场守候，约定次日调解。",
        "reporter": "赵某",
        "phone": "13900000000",
    },
    "proof_of_mediation": {
        "court": COURT,
        "parties": named("张某", "李某"),
        "matter": "相邻漏水损害赔偿",
        "accepted_on": "2026-11-01",
        "mediators": ["赵某", "钱某"],
        "agreed_on": DATE,
        "agreement_number": NUMBER,
        "process": "2026年11月20日、11月23日先后调解两次，双方当事人均到场。",
    },
    "address_confirmation": {
        "party": {"name": "张某", "id_number": "220000190001010000"},
        "court": COURT,
        "address": "岭下镇河东村二组",
        "postcode": "130000",
        "phone": "13800000000",
        "recipient": "周某",
        "recipient_relation": "配偶",
        "recipient_phone": "13700000000",
        "electronic": "yes",
        "electronic_address": "13800000000",
    },
    "cover": {
        "title": "张某与李某相邻漏水纠纷",
        "mediators": ["赵某", "钱某"],
        "period": {"from": "2026-11-01", "to": DATE},
        "bound_by": "钱某",
        "retention": "长期",
        "archive_number": "RT-2026-0007",
        "remarks": "",
    },
    "contents": {"rows": rows()},
    "explanation": {
        "text": "协议书第2页右下角有墨迹，不影响阅读。",
        "items": ["现场照片原件存调解室柜内。"],
        "bound_by": ["钱某"],
        "checked_by": ["赵某"],
    },
    "back_cover": {"total_pages": 17, "bound_by": "钱某", "checked_by": "赵某"},
    "packet_manifest": {
        "title": "张某、李某申请司法确认材料",
        "court": COURT,
        "rows": [
            {"no": 1, "title": "司法确认申请书", "count": 2, "pages": "1—2", "sha256": "ab" * 32}
        ],
    },
}


def paper(form: str, **changes: Any) -> dict[str, Any]:
    """Full data of a form; a change of None takes the field out."""
    data = {**COMMON, **FORMS[form], **changes}
    unprinted = UNPRINTED.get(form, set())
    return {k: v for k, v in data.items() if v is not None and k not in unprinted}
