import pytest

from services.intake.triage.judge import judge
from services.intake.triage.lexicon import read_folder
from services.intake.triage.thresholds import DEFAULT

CLOSED_LIST = {
    "death", "threat_of_violence", "violence_occurred", "domestic_violence", "self_harm",
    "group_petition", "individual_petition", "crowd_gathering", "group_conflict",
    "repeated_failure", "minors", "elderly_disabled", "deadline_festival", "season_deadline",
    "media_attention", "alcohol", "project_blocked", "debtor_unreachable", "cross_area",
    "police_called", "large_sum",
}  # fmt: skip


def test_the_codes_are_the_closed_list_and_none_is_about_health_or_character() -> None:
    in_rules = {entry["code"] for entry in read_folder("risks")}
    assert in_rules | {"large_sum"} == CLOSED_LIST


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("death", "他骑车被货车撞死了，家属要赔偿"),
        ("death", "父亲送到医院没抢救过来，我们要个说法"),
        ("death", "她做完手术当天夜里就走了，医院说尽力了"),
        ("threat_of_violence", "他抄起铁锹冲我来，让人拉住了"),
        ("threat_of_violence", "他扬言要报复我全家"),
        ("violence_occurred", "他上来就把我打伤了"),
        ("violence_occurred", "他推了我一把，我倒在地上"),
        ("domestic_violence", "丈夫喝醉了就打我，我要离婚"),
        ("self_harm", "她说不想活了，要喝农药"),
        ("self_harm", "他说要和我们同归于尽"),
        ("group_petition", "我们十几户商量好了要去省里上访"),
        ("individual_petition", "我到信访局反映过三次"),
        ("crowd_gathering", "几十个亲属把大门堵了"),
        ("crowd_gathering", "一大帮人围在门口"),
        ("group_conflict", "两个村的人为水打了起来"),
        ("repeated_failure", "村委会调解过多次没有结果"),
        ("minors", "孩子上三年级，在学校被打伤"),
        ("minors", "他今年才9岁，掉进坑里摔伤"),
        ("elderly_disabled", "我今年七十八，儿子都不管我"),
        ("elderly_disabled", "他是残疾人，一个人过"),
        ("deadline_festival", "快过年了，工钱还没给"),
        ("season_deadline", "马上要春耕了，地还没说清"),
        ("media_attention", "我们找了记者来采访"),
        ("media_attention", "他在网上发视频说我家"),
        ("alcohol", "他酒后骑车撞了我"),
        ("project_blocked", "村民拦住挖掘机，修路的工程停了"),
        ("debtor_unreachable", "他电话打不通，人也找不着"),
        ("cross_area", "包工头从河南来，现在回河南了"),
        ("police_called", "我报了警，派出所来了人"),
        ("large_sum", "他欠我三十五万"),
        ("large_sum", "家里的存款分四十万"),
    ],
)
def test_a_risk_is_found_where_the_text_says_so(code: str, text: str) -> None:
    assert code in judge(text).risks


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("death", "厂里排水，鱼塘的鱼死了三千斤，要他赔"),
        ("death", "大热天关窗闷死、开窗臭死"),
        ("death", "爸妈去世留下一处老房，弟弟要独占"),
        ("death", "司机撞了我看了一眼就走了"),
        ("death", "村里老张，他上个月去世了"),
        ("death", "我丈夫去世，继承遗产要赔偿"),
        ("threat_of_violence", "他要砍我家的树"),
        ("threat_of_violence", "医院说要开刀"),
        ("violence_occurred", "他打条子借了我的钱"),
        ("violence_occurred", "狗把我踢翻咬伤了"),
        ("domestic_violence", "邻居把我打了"),
        ("domestic_violence", "他喝醉了打我"),
        ("domestic_violence", "隔壁的丈夫打人"),
        ("self_harm", "大夫开了汤药，回家喝下就难受"),
        ("individual_petition", "我到县里的医院看病"),
        ("crowd_gathering", "我们在微信群里聊过"),
        ("minors", "我儿子在城里上班，三十多了"),
        ("elderly_disabled", "他的伤评了九级伤残"),
        ("deadline_festival", "去年过年的时候认识的他"),
        ("season_deadline", "前年秋收以后他就走了"),
        ("media_attention", "我在网上买的灯，页面写得好"),
        ("alcohol", "结婚摆酒花了两万，喜酒也喝了"),
        ("project_blocked", "隔壁拦着不让我家盖房"),
        ("debtor_unreachable", "他说没钱，就是不给"),
        ("cross_area", "两个女儿嫁到外地"),
        ("police_called", "交警认定他全责"),
        ("large_sum", "我装修花了三十五万，他欠我两千"),
        ("large_sum", "他欠我二十九万"),
    ],
)
def test_a_lexical_trap_carries_no_code(code: str, text: str) -> None:
    assert code not in judge(text).risks


def test_people_who_only_are_many_are_no_crowd() -> None:
    assert "crowd_gathering" not in judge("我们三十六户的路被堵了").risks
    assert "crowd_gathering" not in judge("我们三十个业主要去门口坐着").risks


def test_several_who_go_are_a_group_and_not_a_single_petition() -> None:
    risks = judge("我们二十三个人没拿到钱，再不给我们就去县政府").risks
    assert ("group_petition" in risks, "individual_petition" in risks) == (True, False)


def test_a_crowd_is_above_ten_and_not_ten() -> None:
    assert "crowd_gathering" in judge("十一个人围着他").risks
    assert "crowd_gathering" not in judge("十个人围着他").risks
    assert DEFAULT.major_people_above == 10
