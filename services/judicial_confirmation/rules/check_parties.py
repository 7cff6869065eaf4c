"""Pre-check of the parties: the bound have signed, minors are represented, all are named."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from services.judicial_confirmation.rules.clauses import read
from shared.reference.tables import Row

Parties = Sequence[Mapping[str, Any]]
Check = Callable[[Parties, Mapping[str, Any], Row], Sequence[str]]


def bound(_parties: Parties, agreement: Mapping[str, Any], _row: Row) -> Sequence[str]:
    """Whoever owes something, alone or jointly, has signed (民事诉讼法解释 358: 他人合法权益)."""
    signed = {s.get("party") for s in agreement["signatures"] if s["signer_kind"] == "party"}
    owe = [party for clause in read(agreement) for party in clause.debtors]
    return [f"party:{party}" for party in dict.fromkeys(owe) if party not in signed]


def guardians(parties: Parties, agreement: Mapping[str, Any], row: Row) -> Sequence[str]:
    """A minor has a guardian, and the guardian signed (民法典 19-20, 23)."""
    by_guardian = {
        s.get("party") for s in agreement["signatures"] if s.get("signed_by") == "guardian"
    }
    minors = [p["party"] for p in parties if _is_minor(p, row)]
    return [f"party:{party}" for party in minors if party not in by_guardian]


def minors_owe(parties: Parties, agreement: Mapping[str, Any], row: Row) -> Sequence[str]:
    """A minor's property is disposed of only for the minor's good (民法典 35)."""
    minors = {p["party"] for p in parties if _is_minor(p, row)}
    return [f"clause:{c.no}" for c in read(agreement) if minors.intersection(c.debtors)]


def _is_minor(party: Mapping[str, Any], row: Row) -> bool:
    age = party.get("age")
    return party["kind"] == "person" and age is not None and age < int(row.more["adult_at"])


def addresses(parties: Parties, _agreement: Mapping[str, Any], _row: Row) -> Sequence[str]:
    """Address for service (送达地址) and telephone of each party (在线调解规则 17)."""
    return _lacking(parties, ("address", "phone"))


def identities(parties: Parties, agreement: Mapping[str, Any], _row: Row) -> Sequence[str]:
    """Each party of the agreement is known by name and number (民事诉讼法解释 354)."""
    known = {party["party"] for party in parties}
    strangers = [f"party:{party}" for party in agreement["parties"] if party not in known]
    return strangers + list(_lacking(parties, ("name", "identity_number")))


def _lacking(parties: Parties, names: Sequence[str]) -> Sequence[str]:
    return [f"party:{p['party']}:{name}" for p in parties for name in names if not p.get(name)]
