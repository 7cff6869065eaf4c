"""Triage of dispute texts (分流研判): an explainable rule set over a reviewed lexicon.

Ask `services.intake.triage.judge.judge`. It only ever suggests: every result carries the words
that led to it, a person decides, and there is no code for anybody's health or character.
"""
