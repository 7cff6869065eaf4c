"""Reading volumes."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from services.document_archive.store.scope import visible
from services.document_archive.store.tables import confirmation, explanation, profile, volume
from shared.access.principal import Principal
from shared.contracts.refused import Refused

Row = Mapping[str, Any]


def find_volume(connection: Connection, case: str, principal: Principal) -> Row:
    """An opened volume that the asker may see; refuses `not_found` for all others alike."""
    query = select(volume).where(volume.c.id == case, volume.c.state != "unopened")
    row = connection.execute(query.where(visible(principal))).mappings().first()
    if row is None:
        raise Refused("not_found", field="case")
    return dict(row)


def by_id(connection: Connection, subject: str) -> Row | None:
    """What there is of a subject, whoever asks."""
    row = connection.execute(select(volume).where(volume.c.id == subject)).mappings().first()
    return dict(row) if row else None


def is_open_to(connection: Connection, subject: str, principal: Principal) -> bool:
    """Whether the asker may file under a subject: nobody knows where it belongs, or he sees it."""
    row = by_id(connection, subject)
    if row is None or row["division"] is None:
        return True
    query = select(volume.c.id).where(volume.c.id == subject, visible(principal))
    return connection.execute(query).first() is not None


def list_volumes(
    connection: Connection, principal: Principal, prefix: str, state: str | None, limit: int
) -> Sequence[Row]:
    """Opened volumes under a division prefix, newest first."""
    query = select(volume).where(visible(principal), volume.c.state != "unopened")
    query = query.where(volume.c.division.startswith(prefix, autoescape=True))
    if state:
        query = query.where(volume.c.state == state)
    newest = query.order_by(volume.c.accepted_at.desc(), volume.c.id.desc())
    rows = connection.execute(newest.limit(limit)).mappings()
    return [dict(row) for row in rows]


def confirmations_of(connection: Connection, case: str) -> list[str | None]:
    """How each confirmation of a case ended, None while it is open."""
    query = select(confirmation.c.how).where(confirmation.c.volume == case)
    return list(connection.execute(query.order_by(confirmation.c.id)).scalars())


def explained(connection: Connection, case: str) -> list[Row]:
    """Items that a sheet of the volume explains."""
    query = select(explanation).where(explanation.c.volume == case)
    rows = connection.execute(query.order_by(explanation.c.item)).mappings()
    return [dict(row) for row in rows]


def profile_of(connection: Connection, row: Row) -> Row | None:
    """The edition of the region profile that the case pins; None where it was not heard of."""
    mine = (profile.c.profile == row["profile"], profile.c.version == row["profile_version"])
    found = connection.execute(select(profile).where(*mine)).mappings().first()
    return dict(found) if found else None
