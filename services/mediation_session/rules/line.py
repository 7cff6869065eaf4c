"""The frozen text of an agreement: one line whose SHA-256 is its name in every rendition."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from services.mediation_session.rules.clauses import amount_fen, read
from services.mediation_session.rules.people import Party
from services.mediation_session.rules.sentences import sentence
from shared.reference.numerals import numeral

TEMPLATE = "agreement/2026-11-24"  # changes with every change of what the line says


def written(
    head: Mapping[str, Any],
    draft: Mapping[str, Any],
    parties: Sequence[Party],
) -> str:
    """The line of a written agreement (art. 29). `head` names agreement, number, case, committee,
    mediators and what it replaces; `draft` has facts, matters, liability and clauses as data.
    """
    clauses = read(draft["clauses"])
    names = {p.id: p.name or "" for p in parties}
    return _canonical(
        {
            **head,
            "form": "written",
            "template": TEMPLATE,
            "parties": [_party(p) for p in parties],
            **{name: draft[name] for name in ("facts", "matters", "liability", "clauses")},
            "sentences": [sentence(clause, names) for clause in clauses],
            "amount_fen": amount_fen(clauses),
        }
    )


def oral(head: Mapping[str, Any], terms: str, reached_at: str, amount: int | None) -> str:
    """The line of an oral agreement as the mediator recorded it (art. 28, 30)."""
    said = {"terms": terms, "reached_at": reached_at, "amount_fen": amount}
    return _canonical({**head, "form": "oral", "template": TEMPLATE, **said})


def hash_of(line: str) -> str:
    """SHA-256 of the line's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(line.encode()).hexdigest()


def number(case_number: str | None, frozen_before: int) -> str | None:
    """The agreement's number (协议书编号): the case's, later ones of a case with 之二, 之三."""
    if case_number is None or frozen_before == 0:
        return case_number
    return f"{case_number}之{numeral(frozen_before + 1)}"


def parts(line: str) -> dict[str, Any]:
    """What a line says."""
    said: dict[str, Any] = json.loads(line)
    return said


def _party(party: Party) -> dict[str, Any]:
    return {
        "party": party.id,
        "role": party.role,
        "kind": party.kind,
        "name": party.name,
        "address": party.address,
        "minor": party.is_minor,
        "represented": party.represented,
    }


def _canonical(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
