"""Mediation_session's own migration branch."""
