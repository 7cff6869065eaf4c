"""Intake's own migration branch."""
