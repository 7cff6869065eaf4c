import pytest

from services.intake.triage.judge import judge
from services.intake.triage.stance import stance
from services.intake.triage.templates import template
from services.intake.triage.words import passage

BLOWS = {"violence_occurred", "threat_of_violence"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两家打起来了", "happened"),
        ("两家差点打起来", "near"),
        ("两家险些打起来", "near"),
        ("怕两家打起来", "feared"),
        ("赶紧拉开，免得打起来", "feared"),
        ("两家没打起来", "denied"),
        ("两家并没有打起来", "denied"),
        ("两家随时可能打起来", "threatened"),
        ("扬言要打人", "threatened"),
        ("我要告他打人了", "happened"),
    ],
)
def test_a_word_before_the_head_says_how_it_stands(text: str, expected: str) -> None:
    read = passage(text)
    (hit,) = template("<打起来|打人>").hits(read)
    assert stance(read, hit) == expected


def test_only_words_of_the_same_clause_are_asked() -> None:
    read = passage("怕他不认，两家打起来了")
    (hit,) = template("<打起来>").hits(read)
    assert stance(read, hit) == "happened"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("两家吵了半天，没动手", set()),
        ("两家吵得凶，差点打起来", {"threat_of_violence"}),
        ("两家在地头打起来了", {"violence_occurred"}),
        ("村里怕他们打起来", set()),
        ("两边的人都红了眼，随时可能打起来", {"threat_of_violence"}),
        ("他扬言再不给钱就打断我的腿", {"threat_of_violence"}),
    ],
)
def test_blows_feared_denied_near_and_done_are_four_things(text: str, codes: set[str]) -> None:
    assert set(judge(text).risks) & BLOWS == codes


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("两家为地边吵架，差点打起来", "difficult"),
        ("两家为地边吵架，随时可能打起来", "major"),
        ("两家为地边吵架，村里怕打起来", "ordinary"),
        ("两家差点打起来，他扬言要报复", "major"),
    ],
)
def test_blows_just_prevented_weigh_as_a_scuffle(text: str, level: str) -> None:
    assert judge(text).level == level


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我们谈了几次没谈成", False),
        ("村委会调解了几次都没成", True),
        ("派出所来过，他还是不听", True),
        ("请村里帮忙调解", False),
    ],
)
def test_a_failed_mediation_needs_a_third_party(text: str, found: bool) -> None:
    assert ("repeated_failure" in judge(text).risks) is found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他打我", True),
        ("他打条子给我", False),
        ("他打电话给我", False),
        ("他打电话时打我", True),
        ("开刀花了钱", False),
        ("他死亡了", True),
    ],
)
def test_a_verb_inside_another_word_does_not_stand(text: str, expected: bool) -> None:
    assert template("<打>", "<刀>", "<死|死亡>").fits(passage(text)) is expected
