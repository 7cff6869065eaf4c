"""Stories: what `$name` stands for, and when an answer is not the one expected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiaojie.demo.progress import Progress, read, run_folder
from tiaojie.demo.story import difference, filled, picked

KEPT = {"case": "c-1", "fen": 57500, "parties": ["p-1", "p-2"]}


def test_whole_name_keeps_its_type_and_a_part_becomes_text():
    told = {"case": "$case", "amount_fen": "$fen", "note": "案件 ${case}，共 $fen 分", "n": 3}
    assert filled(told, KEPT) == {
        "case": "c-1",
        "amount_fen": 57500,
        "note": "案件 c-1，共 57500 分",
        "n": 3,
    }


def test_unknown_name_is_a_mistake_of_the_story():
    with pytest.raises(KeyError):
        filled(["$nobody"], KEPT)


def test_picked_follows_lists_and_objects():
    assert picked({"courts": [{"court": "k-1"}]}, "courts.0.court") == "k-1"


@pytest.mark.parametrize(
    ("expected", "got", "said"),
    [
        ({"state": "ended"}, {"state": "ended", "version": 3}, None),
        ({"state": "ended"}, {"state": "open"}, ".state 应为 ended，实为 open"),
        ({"a": {"b": 1}}, {"a": {}}, ".a.b 缺失"),
        ({"a": []}, {"a": [1]}, ".a 应为 []，实为 [1]"),
    ],
)
def test_difference_names_the_first_place(expected, got, said):
    assert difference(expected, got) == said


@given(st.dictionaries(st.text(), st.integers()))
def test_nothing_differs_from_itself(answer):
    assert difference(answer, answer) is None


def test_unfinished_run_goes_on_and_a_finished_one_makes_room(tmp_path):
    first = run_folder(tmp_path, "oral")
    first.mkdir(parents=True)
    progress = Progress(run=first.name, next=3, kept={"case": "c-1"})
    progress.save(first)
    assert run_folder(tmp_path, "oral") == first
    assert read(first) == progress
    progress.finished = True
    progress.save(first)
    assert run_folder(tmp_path, "oral").name == "oral-2"
