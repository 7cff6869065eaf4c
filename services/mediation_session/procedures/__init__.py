"""Mediation_session's steps: ask → decide → commit."""
