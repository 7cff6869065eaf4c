"""A party's facts as they are kept: codes checked, phone and identity number sealed."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from stdnum.cn import uscc

from services.intake.rules import codes, people
from shared.access.identity import is_identity_number, is_phone
from shared.access.vault import Vault
from shared.contracts.refused import Refused
from shared.reference.tables import table

Payload = Mapping[str, Any]
Facts = dict[str, Any]

PLAIN = (
    "role",
    "kind",
    "label",
    "name",
    "sex",
    "nation",
    "lives_by_own_labour",
    "occupation",
    "address",
    "special_groups",
)
TABLES = {"sex": "sex", "nation": "nations", "identity_type": "document_types"}
OF_CITIZENS = ("id_card", "temporary_id_card")
OTHER_NUMBER = re.compile(r"[A-Z0-9()-]{4,30}", re.ASCII)
USUAL_TYPE = {"person": "id_card", "organisation": "uscc"}


def facts(vault: Vault, party_id: str, told: Payload, kind: str, on: date) -> Facts:
    """Columns for what was told, and only for that. Refuses `code_unknown`, `phone_invalid`,
    `identity_invalid`, each with its field.
    """
    _check_codes(told, on)
    columns: Facts = {name: told[name] for name in PLAIN if name in told}
    columns |= _phone(vault, party_id, told) | _identity(vault, party_id, told, kind, on)
    if told.get("born_on"):
        columns["born_on"] = told["born_on"].isoformat()
    if told.get("age") is not None:
        columns |= {"age": told["age"], "age_told_on": on.isoformat()}
    return columns


def _check_codes(told: Payload, on: date) -> None:
    for field, name in TABLES.items():
        codes.check(name, told.get(field), on, field)
    codes.check_all("special_groups", told.get("special_groups", ()), on, "special_groups")


def _phone(vault: Vault, party_id: str, told: Payload) -> Facts:
    phone = told.get("phone")
    if phone is None:
        return {}
    if not is_phone(phone):
        raise Refused("phone_invalid", field="phone")
    sealed = vault.seal(phone, about("phone", party_id))
    return {"phone": sealed, "phone_blind": vault.blind(phone)}


def _identity(vault: Vault, party_id: str, told: Payload, kind: str, on: date) -> Facts:
    number, type_ = told.get("identity_number"), told.get("identity_type")
    if number is None:
        return {"identity_type": type_} if type_ else {}
    type_, number = type_ or USUAL_TYPE[kind], number.strip().upper()
    _check_number(type_, number, kind, on)
    sealed = vault.seal(number, about("identity_number", party_id))
    born = {"born_on": people.born_of(number).isoformat()} if type_ in OF_CITIZENS else {}
    kept = {"identity_type": type_, "identity_number": sealed}
    return {**kept, "identity_blind": vault.blind(number), **born}


def _check_number(type_: str, number: str, kind: str, on: date) -> None:
    holder = table("document_types").row(type_, on).more["holder"]
    if holder not in (kind, "any") or not _is_number(type_, number):
        raise Refused("identity_invalid", field="identity_number")


def _is_number(type_: str, number: str) -> bool:
    if type_ in OF_CITIZENS:
        return is_identity_number(number)
    if type_ == "uscc":
        return bool(uscc.is_valid(number))
    return type_ != "none" and OTHER_NUMBER.fullmatch(number) is not None


def about(field: str, party_id: str) -> str:
    """The place that a sealed value is bound to."""
    return f"party.{field}:{party_id}"


def opened(vault: Vault, party: Payload, field: str) -> str | None:
    """A sealed field in full; None if it is not known."""
    sealed = party[field]
    return vault.open(sealed, about(field, party["id"])) if sealed else None
