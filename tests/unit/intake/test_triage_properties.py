import time
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from services.intake.triage.judge import judge
from services.intake.triage.judgement import Reason
from services.intake.triage.lexicon import read

LEVELS = ("ordinary", "difficult", "major")
SAID = (
    "我 他 村里 调解 没成 打 起来了 差点 怕 欠 三万五 块 ， 。 老人 孩子 死了 医院 撞 货车 一百多 "
    "户 上访 12万5 物业 工钱 没给 亿 几 十 . , 1,000 （ {kin} ~ <打> 😀"
)
PIECES = st.sampled_from([*SAID.split(), "\n", "\ud800"])
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=400)
TOLD = st.lists(PIECES, max_size=120).map("".join)


@given(ANYTHING | TOLD)
def test_any_text_is_judged_with_reasons(text: str) -> None:
    judgement = judge(text)
    about = {reason.about for reason in judgement.reasons}
    assert {"category", "level"} <= about
    codes = [each.code for each in judgement.reasons if each.about == "risk"]
    assert codes == list(judgement.risks)
    assert judgement.amount_fen is None or judgement.amount_fen >= 0


@given(ANYTHING | TOLD, st.sampled_from(["applicant", "grid", "mediator"]))
def test_the_same_text_gives_the_same_judgement(text: str, voice: str) -> None:
    assert judge(text, voice) == judge(text, voice)


@given(TOLD, TOLD)
def test_each_risk_is_named_once_in_a_known_level(one: str, two: str) -> None:
    joined = judge(one + "。" + two)
    assert joined.level in LEVELS
    assert len(joined.risks) == len(set(joined.risks))


@given(st.sampled_from(["一", "亿", "打", "骑车撞", "没给工钱", "12", "，", "孩子", "a", "\n"]))
@settings(max_examples=10, deadline=None)
def test_ten_thousand_characters_of_one_kind_are_judged(piece: str) -> None:
    began = time.perf_counter()
    judge((piece * 10_000)[:10_000])
    assert time.perf_counter() - began < 2


def test_an_empty_text_is_other_and_ordinary_and_says_so() -> None:
    judgement = judge("")
    assert (judgement.category, judgement.runner_up, judgement.level) == ("other", None, "ordinary")
    assert judgement.risks == ()
    assert judgement.reasons[0] == Reason(
        "category", "nothing_recognised", "", "没有认出纠纷的类别，请人工判断"
    )


def test_the_words_of_a_reason_stand_in_the_text() -> None:
    text = "我们十四个人收豆子，一共两万六千多块工钱拖到现在，电话也不接，这就过年了"
    for reason in judge(text).reasons:
        for words in reason.words.replace("、", "，").split("，"):
            assert words in text


def test_full_width_signs_are_read_as_half_width() -> None:
    assert (
        judge("他欠我３５０００元！").amount_fen == judge("他欠我35000元!").amount_fen == 3_500_000
    )


def test_a_text_of_250_characters_takes_well_under_20_milliseconds() -> None:
    text = (
        "结婚十多年，他总打我骂我，拿烟灰缸砸过脸，村里调解过也没用，我要离婚，要他给八万。" * 7
    )[:250]
    judge(text)
    times = []
    for _ in range(15):
        began = time.perf_counter()
        judge(text)
        times.append(time.perf_counter() - began)
    assert median(times) < 0.02


def test_the_oldest_age_and_the_line_of_youth_are_data() -> None:
    ages = read("ages")
    assert (ages["old_from"]["value"], ages["minor_below"]["value"]) == (60, 18)
