"""Intake's steps: ask → decide → commit."""
