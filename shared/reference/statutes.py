"""The statutes (法律法规) that the suite cites, by short tag."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from shared.reference.numerals import numeral


@dataclass(frozen=True)
class Statute:
    """One text of a statute: `version` (empty or the year of its amendment), days in force.

    `until` is the last day in force, None while no end is known. Where an amendment moves the
    articles the new text gets a tag of its own, so that a tag and an article always mean one text.
    """

    tag: str
    title: str
    version: str
    since: date
    until: date | None
    source: str


def statute(tag: str) -> Statute:
    """Find a statute by its tag, such as "rmtjf"; LookupError if it is not packaged."""
    found = _statutes().get(tag)
    if found is None:
        raise LookupError(f"no statute {tag}")
    return found


def cite(tag: str, article: int) -> str:
    """Cite an article in Chinese: ("rmtjf", 17) → 《中华人民共和国人民调解法》第十七条."""
    return f"《{statute(tag).title}》第{numeral(article)}条"


@cache
def _statutes() -> Mapping[str, Statute]:
    text = files("shared.reference").joinpath("statutes.yaml").read_text(encoding="utf-8")
    rows = yaml.safe_load(text)["statutes"]
    return MappingProxyType(
        {
            row["tag"]: Statute(
                tag=row["tag"],
                title=row["title"],
                version=row["version"],
                since=row["from"],
                until=row["until"],
                source=row["source"],
            )
            for row in rows
        }
    )
