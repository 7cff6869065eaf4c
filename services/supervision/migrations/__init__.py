"""Supervision's migrations."""
