"""Published lists of the archive: tables with effective dates beside this file."""

from functools import cache
from importlib.resources import files

from shared.reference.statutes import cite
from shared.reference.tables import Row, Table, parse

_FOLDER = files("services.document_archive.rules").joinpath("tables")


@cache
def published(name: str) -> Table:
    """A table of this service, such as "due_papers", "volume_order", "packet_papers"."""
    return parse(name, _FOLDER.joinpath(f"{name}.yaml").read_text(encoding="utf-8"))


def articles(row: Row) -> str:
    """The articles that a row rests on, as they are cited: 《…》第十七条、《…》第二十七条."""
    places = (place.split() for place in row.more["cites"].split(";"))
    return "、".join(cite(tag, int(article)) for tag, article in places)
