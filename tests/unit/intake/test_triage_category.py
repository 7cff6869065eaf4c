import pytest

from services.intake.triage.judge import judge
from services.intake.triage.lexicon import read, read_folder
from services.intake.triage.topics import topics
from services.intake.triage.words import passage

CATEGORIES = {
    "family", "neighbour", "housing", "contract", "production", "damage", "forest_land",
    "expropriation", "environment", "wage_arrears", "labour", "tourism", "ecommerce", "consumer",
    "medical", "traffic", "property", "other",
}  # fmt: skip
SECTORS = {
    "medical", "traffic", "tourism", "consumer", "environment", "insurance", "labour", "property",
}  # fmt: skip

# said without the word that names the category
TOLD = [
    ("family", None, "处了半年，我家给了镯子、摆了酒，现在女方不结了，我要她把东西还回来。"),
    ("family", None, "三个儿子谁都不愿接我去住，我今年七十八，就想有口饭吃。"),
    ("neighbour", None, "隔壁养了几十只鸽子，天不亮就叫，粪拉得我家晾的被子上全是。"),
    ("neighbour", None, "楼上卫生间渗水，我家吊顶全泡了，他说不归他管。"),
    ("housing", None, "我在自家宅基地上盖房，刚打好地基，有人来拦着，说证上尺寸不对。"),
    ("contract", None, "表弟拿走我三万五买车，打了条子，说卖了苞米就还，三年了一催就说没钱。"),
    ("contract", None, "房东说要卖房，让我月底搬走，押金五千也不退。"),
    ("production", None, "三个人合伙开砂场，账目一直没算清，管账的不拿账本出来，也不分红。"),
    ("production", "consumer", "从种子站买的玉米种出苗不到一半，种子站说是天气的事。"),
    ("damage", None, "我在路上走，一条没拴绳的大狗冲出来把小腿咬了两个洞，打针花了三千多。"),
    ("damage", None, "烧荒把邻村的棚子引着了，要他赔。"),
    ("forest_land", None, "承包地和老孙家的挨着，他年年往我这边多犁一条垄。"),
    ("expropriation", None, "修高速占了我家四亩地，补偿款比邻村少一半。"),
    ("environment", "environment", "化工厂半夜偷着排水，河里发黑，味道呛得睡不着。"),
    ("wage_arrears", "labour", "跟着老周在工地支模板，按平米算，干完了给了一半，剩下的推到现在。"),
    ("wage_arrears", "labour", "雇我开收割机，按亩给钱，收完还差六千四没结。"),
    ("labour", "labour", "公司没跟我签合同，天天加班到晚上十点，把我开了。"),
    ("tourism", "tourism", "报了个五日游，说是纯玩，导游天天往玉器店带。"),
    ("ecommerce", "consumer", "在直播间买的羽绒服，收到是棉的，平台让我自己跟商家商量。"),
    ("consumer", "consumer", "健身房充了两万，卡里还有一万多没用，店里说充了就不退。"),
    ("medical", "medical", "我妈做胆囊手术，术后一直发烧，医院说不是他们的责任。"),
    ("traffic", "traffic", "我骑三轮车右转，后面的面包车刮了我，手腕骨折。"),
    ("property", "property", "物业一年涨了两回价，楼道灯坏了半年没人换，业主都不交钱。"),
    ("other", None, "邻村把坟迁到我们祖坟旁边，没法摆祭品，不肯挪。"),
    ("neighbour", None, "他家的葡萄架伸过来。"),
    ("traffic", "traffic", "我骑车被货车撞了，交警认定他全责，保险公司不赔。"),
    ("environment", "environment", "ＫＴＶ夜里吵得睡不着。"),
    ("contract", "insurance", "保险公司说没有判决作依据，不赔，保单上没写这条。"),
]


@pytest.mark.parametrize(("category", "sector", "text"), TOLD)
def test_a_dispute_is_told_in_plain_words(category: str, sector: str | None, text: str) -> None:
    judgement = judge(text)
    assert (judgement.category, judgement.sector) == (category, sector)


def test_who_is_against_whom_outweighs_background_words() -> None:
    text = "我爸给胡某干活时眼睛伤了，在县医院、市医院住院，大夫说要手术，胡某只肯给一万，我要九万"
    assert judge(text).category == "damage"


def test_a_close_runner_up_is_the_second_guess() -> None:
    judgement = judge("跟团去看土楼，大巴追尾前车，三个人受伤，要旅行社赔医药费")
    assert {judgement.category, judgement.runner_up} == {"tourism", "traffic"}


def test_a_clear_case_has_the_usual_neighbour_as_second_guess() -> None:
    judgement = judge("我们要离婚，孩子归我，他住小区里")
    assert (judgement.category, judgement.runner_up) == ("family", "housing")


def test_a_topic_is_not_asked_where_its_words_mean_something_else() -> None:
    (tourism,) = [topic for topic in topics() if set(topic.gives) == {"tourism"}]
    found = [len(tourism.found(passage(text))) for text in ("住民宿", "在民宿干活没拿到工钱")]
    assert found == [1, 0]


def test_the_lexicon_knows_the_eighteen_categories_and_no_other() -> None:
    rules = {code for entry in read_folder("categories") for code in entry["gives"]}
    topics = {code for entry in read_folder("topics") for code in entry["gives"]}
    neighbours = read("neighbours")
    assert rules == CATEGORIES
    assert topics == CATEGORIES
    assert set(neighbours) == CATEGORIES
    assert {entry["second"] for entry in neighbours.values()} <= CATEGORIES


def test_the_lexicon_knows_the_eight_sectors_and_no_other() -> None:
    sectors = read("sectors")
    named = set(sectors["of_category"].values()) | {rule["code"] for rule in sectors["rules"]}
    assert named == SECTORS
    assert set(sectors["of_category"]) <= CATEGORIES


def test_every_entry_of_the_lexicon_says_why_it_stands() -> None:
    entries = [*read_folder("categories"), *read_folder("risks"), *read_folder("topics")]
    entries += [*read("difficult"), *read("acceptance"), *read("amounts")["roles"]]
    entries += [*read("words").values(), *read("people").values(), *read("stance").values()]
    entries += [*read("neighbours").values(), *read("sectors")["rules"], read("compounds")]
    assert [entry for entry in entries if not entry["why"]] == []


def test_every_threshold_names_its_source() -> None:
    lines = read("levels")["thresholds"].values()
    assert [line for line in lines if not line["source"]] == []


def test_every_set_of_words_is_used() -> None:
    entries = [*read_folder("categories"), *read_folder("risks"), *read("difficult")]
    entries += [*read("sectors")["rules"], *read("people").values(), *read("words").values()]
    text = repr(entries)
    assert [name for name in read("words") if f"{{{name}}}" not in text] == []
