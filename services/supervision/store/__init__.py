"""Supervision's read model, its counting and its rebuild: the only SQLAlchemy of this service."""

from services.supervision.store.tables import METADATA

__all__ = ("METADATA",)
