"""What triage answers: codes for programs, and for people the words and the reason of each code."""

from dataclasses import dataclass
from typing import Literal

About = Literal["category", "sector", "level", "risk", "amount", "people", "acceptance"]
Level = Literal["ordinary", "difficult", "major"]


@dataclass(frozen=True)
class Reason:
    """Why one result stands.

    `code` is the result it speaks for, `words` the words of the text that led there (empty when
    nothing in the text did), `why_zh` one plain Chinese phrase to show to a person.
    """

    about: About
    code: str
    words: str
    why_zh: str


@dataclass(frozen=True)
class Judgement:
    """The suggestion made for one dispute text.

    `category` and `runner_up` are codes of the Ministry's 18 statistical categories (纠纷类别),
    `sector` the industry (行业性专业性领域) or None, `risks` codes of the closed list in
    lexicon/risks. `amount_fen` is the sum claimed, in fen; `people_count` the persons involved.
    `acceptance_doubt` is "crime", "judged", "pending_in_court" or "administrative_act" where the
    text hints that a committee may not accept (不予受理, art. 22 人民调解工作若干规定).
    """

    category: str
    runner_up: str | None
    sector: str | None
    level: Level
    risks: tuple[str, ...]
    amount_fen: int | None
    people_count: int | None
    acceptance_doubt: str | None
    reasons: tuple[Reason, ...]
