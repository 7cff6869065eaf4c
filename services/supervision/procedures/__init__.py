"""Supervision's steps: ask → decide → commit."""
