"""Reading documents."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, or_, select

from services.document_archive.store.scope import readable, visible
from services.document_archive.store.tables import document, volume
from shared.access.principal import Principal
from shared.contracts.refused import Refused

Row = Mapping[str, Any]
BOUND = "volume"  # the form under which the bound volume itself is kept
BATCH = 500


def find_document(connection: Connection, id_: str, principal: Principal) -> Row:
    """A document that the asker may see; refuses `not_found` for all others alike."""
    query = _shelved().where(document.c.id == id_, readable(principal))
    row = connection.execute(query).mappings().first()
    if row is None:
        raise Refused("not_found", field="document")
    return dict(row)


def document_by_id(connection: Connection, id_: str) -> Row:
    """A document of a volume that was found before."""
    return dict(connection.execute(_shelved().where(document.c.id == id_)).mappings().one())


def papers_of(
    connection: Connection, subject: str, principal: Principal | None = None
) -> list[dict[str, Any]]:
    """The papers of a subject, oldest first, without the bound volume; all of them for a
    procedure that has found the volume, else those that the asker may see.
    """
    query = _shelved().where(document.c.subject == subject, document.c.form != BOUND)
    if principal is not None:
        query = query.where(readable(principal))
    rows = connection.execute(query.order_by(document.c.happened_at, document.c.no)).mappings()
    return [dict(row) for row in rows]


def search(
    connection: Connection, principal: Principal, text: str, forms: Collection[str], limit: int
) -> Sequence[Row]:
    """Documents whose volume bears such a number, or that have such a title or form."""
    columns = (volume.c.number, volume.c.archive_number, document.c.title)
    hits = [column.contains(text, autoescape=True) for column in columns]
    hits.append(document.c.form.in_(forms))
    query = _shelved().where(or_(*hits), document.c.form != BOUND, visible(principal))
    newest = query.order_by(document.c.filed_at.desc(), document.c.id.desc())
    rows = connection.execute(newest.limit(limit)).mappings()
    return [dict(row) for row in rows]


def bearing(connection: Connection, hashes: Collection[str]) -> list[Row]:
    """Documents of any subject with one of these hashes."""
    query = select(document.c.form, document.c.sha256).where(document.c.sha256.in_(hashes))
    return [dict(row) for row in connection.execute(query).mappings()]


def claimed(connection: Connection, hashes: Iterable[str]) -> set[str]:
    """Those of these hashes that some document bears."""
    found: set[str] = set()
    for batch in _batches(hashes):
        query = select(document.c.sha256).where(document.c.sha256.in_(batch))
        found |= set(connection.execute(query).scalars())
    return found


def _shelved() -> Any:
    """Documents with the numbers of their volume."""
    numbers = (volume.c.number, volume.c.archive_number)
    return select(document, *numbers).join(volume, volume.c.id == document.c.subject)


def _batches(values: Iterable[str]) -> Iterator[list[str]]:
    left = iter(values)
    while batch := list(islice(left, BATCH)):
        yield batch
