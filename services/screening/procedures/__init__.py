"""Screening's steps: ask → decide → commit."""
