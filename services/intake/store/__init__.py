"""Intake's tables and queries."""

from services.intake.store.tables import METADATA

__all__ = ["METADATA"]
