"""Published periods, papers, grounds and checks: tables with effective dates beside this file."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from shared.contracts.refused import Refused
from shared.reference.statutes import cite
from shared.reference.tables import Row, Table, parse

_FOLDER = files("services.judicial_confirmation.rules").joinpath("tables")


@cache
def published(name: str) -> Table:
    """A table of this service, such as "periods", "packet_papers", "checks"."""
    return parse(name, _FOLDER.joinpath(f"{name}.yaml").read_text(encoding="utf-8"))


def articles(row: Row) -> str:
    """The articles that a row rests on, as they are cited: 《…》第三十三条、《…》第二百零五条."""
    places = (place.split() for place in row.more["cites"].split(";"))
    return "、".join(cite(tag, int(article)) for tag, article in places)


def check_grounds(grounds: Sequence[str], tables: Sequence[str], on: date) -> None:
    """Each ground stands in one of the published lists of that day; refuses `ground_unknown`."""
    known = {code for name in tables for code in published(name).codes(on)}
    unknown = [code for code in grounds if code not in known]
    if unknown:
        raise Refused("ground_unknown", grounds=unknown, known=sorted(known))
