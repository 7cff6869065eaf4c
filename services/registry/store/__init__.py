"""Registry's tables and queries."""

from services.registry.store.tables import METADATA

__all__ = ["METADATA"]
