"""Judicial confirmation's own migration branch."""
