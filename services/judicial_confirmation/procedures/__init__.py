"""Judicial confirmation's steps: ask → decide → commit."""
