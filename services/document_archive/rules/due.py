"""Which papers a volume must hold, and which of them it lacks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from services.document_archive.rules.published import articles, published
from shared.contracts.refused import Refused
from shared.reference.tables import Row


@dataclass(frozen=True)
class Lack:
    """A paper that should be there; any one of `forms` would do, the first is usual."""

    item: str
    forms: tuple[str, ...]
    zh: str
    why_zh: str
    article: str

    @property
    def form(self) -> str:
        """The usual form."""
        return self.forms[0]


def lacking(kind: str, met: Collection[str], held: Collection[str], on: date) -> tuple[Lack, ...]:
    """What a volume of this kind lacks under the rules of a day (that of acceptance).

    met   the conditions that hold
    held  forms of the papers that are there
    """
    rows = [row for row in published("due_papers").rows if row.holds_on(on)]
    due = (row for row in rows if kind in _words(row, "kinds") and row.more["when"] in met)
    return tuple(_lack(row) for row in due if not set(_words(row, "forms")) & set(held))


def unexplained(lacks: Sequence[Lack], explained: Collection[str]) -> tuple[Lack, ...]:
    """Those that no sheet of the volume explains."""
    return tuple(lack for lack in lacks if lack.item not in explained)


def check_complete(lacks: Sequence[Lack]) -> None:
    """Refuses `volume_not_ready` with item, form and name of each paper that is missing."""
    if lacks:
        missing = [{"item": lack.item, "form": lack.form, "name": lack.zh} for lack in lacks]
        raise Refused("volume_not_ready", missing=missing)


def lack_of(lacks: Sequence[Lack], item: str) -> Lack:
    """The lack of this item; refuses `item_not_missing` with the items that are."""
    for lack in lacks:
        if lack.item == item:
            return lack
    raise Refused("item_not_missing", missing=[lack.item for lack in lacks])


def _lack(row: Row) -> Lack:
    forms = tuple(_words(row, "forms"))
    return Lack(row.code, forms, row.zh, row.more["why"], articles(row))


def _words(row: Row, column: str) -> list[str]:
    return row.more[column].split()
