from dataclasses import replace

import pytest

from services.intake.triage.judge import judge
from services.intake.triage.thresholds import DEFAULT, Thresholds


def test_the_shipped_lines_are_those_of_the_lexicon() -> None:
    assert (
        Thresholds(
            major_fen=30_000_000,
            difficult_fen=10_000_000,
            major_people_above=10,
            difficult_people_above=4,
        )
        == DEFAULT
    )


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("他欠我三十万", "major"),
        ("他欠我二十九万九千", "difficult"),
        ("他欠我十万", "difficult"),
        ("他欠我九万九千", "ordinary"),
        ("我们十一个人没拿到工钱", "major"),
        ("我们十个人没拿到工钱", "difficult"),
        ("我们四个人没拿到工钱", "ordinary"),
        ("他被货车撞死了，家属要赔偿", "major"),
        ("她要跳楼", "major"),
        ("村里调解了几次都没成", "difficult"),
        ("眼球伤了，评了七级伤残", "difficult"),
        ("他借了我五千块", "ordinary"),
        ("", "ordinary"),
    ],
)
def test_a_level_follows_from_what_the_text_says(text: str, level: str) -> None:
    assert judge(text).level == level


@pytest.mark.parametrize(
    ("thresholds", "text", "level"),
    [
        (replace(DEFAULT, major_fen=5_000_000), "他欠我五万", "major"),
        (replace(DEFAULT, difficult_fen=500_000), "他欠我五千", "difficult"),
        (replace(DEFAULT, major_people_above=3), "我们四个人没拿到工钱", "major"),
        (replace(DEFAULT, difficult_people_above=3), "我们四个人没拿到工钱", "difficult"),
        (replace(DEFAULT, major_fen=50_000_000), "他欠我三十万", "difficult"),
    ],
)
def test_a_region_may_set_its_own_lines(thresholds: Thresholds, text: str, level: str) -> None:
    assert judge(text, thresholds=thresholds).level == level


def test_a_level_names_every_reason_for_it() -> None:
    reasons = [
        each for each in judge("我们十一个人堵在门口，要三十万").reasons if each.about == "level"
    ]
    assert {each.code for each in reasons} == {"crowd_gathering", "large_sum", "many_people"}


def test_an_ordinary_dispute_says_that_nothing_was_seen() -> None:
    (reason,) = [each for each in judge("他借了我五千块").reasons if each.about == "level"]
    assert (reason.code, reason.words) == ("ordinary", "")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("公安已经立案侦查，他被刑拘了", "crime"),
        ("法院判决下来了，我不服", "judged"),
        ("打官司也输了，我还要求让路", "judged"),
        ("他已经起诉到法院，等着开庭", "pending_in_court"),
        ("我不服处罚决定，要复议", "administrative_act"),
        ("他不还钱，我要去告他", None),
        ("他没有被刑拘", None),
        ("保险公司说没有生效判决，不赔", None),
        ("他借了我五千块", None),
    ],
)
def test_a_doubt_about_acceptance_is_only_hinted(text: str, doubt: str | None) -> None:
    judgement = judge(text)
    assert judgement.acceptance_doubt == doubt
    codes = [each.code for each in judgement.reasons if each.about == "acceptance"]
    assert codes == ([doubt] if doubt else [])


@pytest.mark.parametrize(
    ("text", "voice", "people"),
    [
        ("我们四个人干活，老板没给工钱", "applicant", 5),
        ("上百人聚在路口", "grid", 100),
        ("张某和李某为地边吵", "grid", 2),
        ("我要回我的地", "applicant", 2),
        ("我要回我的地", "grid", None),
        ("路灯坏了", "grid", None),
    ],
)
def test_people_are_counted_with_the_one_who_speaks(
    text: str, voice: str, people: int | None
) -> None:
    assert judge(text, voice).people_count == people
