"""The archive's tables and queries: the only SQLAlchemy of this service."""

from services.document_archive.store.tables import METADATA

__all__ = ["METADATA"]
