"""Judicial confirmation (司法确认) owns the joint application to a court, bound to one hash."""
