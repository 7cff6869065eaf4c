"""Judicial confirmation's tables, queries and changes: the only SQLAlchemy of this service."""

from services.judicial_confirmation.store.tables import METADATA

__all__ = ("METADATA",)
