"""Screening's own migration branch."""
