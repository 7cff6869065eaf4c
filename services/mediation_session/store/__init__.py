"""Mediation_session's tables and queries."""

from services.mediation_session.store.tables import METADATA

__all__ = ["METADATA"]
