"""The published language: per service one module of verbs, answers, events and refusal codes.

Rules (walks.md): a command carries its id, may carry the version it saw and when it happened;
commands refuse unknown fields, answers and events ignore them; within a version only optional
additions. `language.py` says what a contract is made of, `fields.py` what its values may be.
"""
