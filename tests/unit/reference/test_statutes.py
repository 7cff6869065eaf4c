from datetime import date
from importlib.resources import files

import pytest
import yaml

from shared.reference.statutes import Statute, cite, statute

ROWS = yaml.safe_load(
    files("shared.reference").joinpath("statutes.yaml").read_text(encoding="utf-8")
)["statutes"]


@pytest.mark.parametrize(
    ("tag", "article", "text"),
    [
        ("rmtjf", 17, "《中华人民共和国人民调解法》第十七条"),
        ("rmtjf", 33, "《中华人民共和国人民调解法》第三十三条"),
        ("cpc", 205, "《中华人民共和国民事诉讼法》第二百零五条"),
        ("mfd", 1179, "《中华人民共和国民法典》第一千一百七十九条"),
        ("zxtj", 10, "《人民法院在线调解规则》第十条"),
        ("cpci", 358, "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第三百五十八条"),
        (
            "sfqr2011",
            4,
            "《最高人民法院关于人民调解协议司法确认程序的若干规定》第四条",
        ),
    ],
)
def test_cite(tag, article, text):
    assert cite(tag, article) == text


def test_cite_refuses_an_article_that_no_statute_has():
    with pytest.raises(ValueError, match="numeral"):
        cite("rmtjf", 0)


def test_statute_refuses_an_unknown_tag():
    with pytest.raises(LookupError, match="no statute nowhere"):
        statute("nowhere")


def test_statute_says_when_its_text_was_in_force():
    assert statute("cpc2021") == Statute(
        tag="cpc2021",
        title="中华人民共和国民事诉讼法",
        version="2021年修正",
        since=date(2022, 1, 1),
        until=date(2023, 12, 31),
        source="L",
    )
    assert (statute("cpc").since, statute("cpc").until) == (date(2024, 1, 1), None)


@pytest.mark.parametrize(
    ("tag", "since"),
    [
        ("rmtjf", date(2011, 1, 1)),
        ("rmtjgd", date(2002, 11, 1)),
        ("cpci", date(2022, 4, 10)),
        ("mfd", date(2021, 1, 1)),
        ("sfqr2011", date(2011, 3, 30)),
        ("zxtj", date(2022, 1, 1)),
        ("tytj", date(2016, 7, 1)),
        ("yljf", date(2018, 10, 1)),
        ("rssh", date(2022, 5, 1)),
        ("djjs2", date(2026, 6, 30)),
        ("zagl", date(2026, 1, 1)),
    ],
)
def test_statute_in_force_since(tag, since):
    assert statute(tag).since == since


def test_each_statute_is_complete_and_tags_are_unique():
    tags = [row["tag"] for row in ROWS]
    assert len(set(tags)) == len(tags)
    for tag in tags:
        found = statute(tag)
        assert all((found.title, found.source))
        assert found.until is None or found.since <= found.until
        assert "《" not in found.title
