"""Who may see which volume and its papers, as a part of every query."""

from typing import Any

from sqlalchemy import and_, exists, literal, or_, true

from services.document_archive.store.tables import document, mediator, volume
from shared.access.principal import SYSTEM, Principal
from shared.contracts.language import MEDIATOR
from shared.ledger.scope import within


def visible(principal: Principal) -> Any:
    """Volumes that the asker may see: a mediator those of his cases, those of cases that he
    registered, and those that nobody has yet; others by division.
    """
    inside = within(principal, volume.c.division)
    if principal.role == SYSTEM:
        return true()
    if principal.role == MEDIATOR:
        own = volume.c.registered_by == literal(principal.actor)
        return or_(own, _has(principal.id), and_(inside, ~_has(None)))
    return inside


def readable(principal: Principal) -> Any:
    """Documents that the asker may see: those of visible volumes; as long as nobody knows where
    a subject belongs, those that he filed himself.
    """
    homeless = and_(volume.c.division.is_(None), document.c.filed_by == literal(principal.actor))
    return or_(visible(principal), homeless)


def _has(person: str | None) -> Any:
    """This mediator is on the case, or anybody at all."""
    there = exists().where(mediator.c.volume == volume.c.id, mediator.c.replaced.is_(False))
    return there.where(mediator.c.mediator == person) if person else there
