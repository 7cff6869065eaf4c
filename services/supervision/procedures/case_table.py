"""The Ministry's case table (人民调解案件情况统计表): shown to people, exported to the byte."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from services.supervision import clients
from services.supervision.procedures.replaying import check_whole
from services.supervision.rules import checks, rows
from services.supervision.rules.columns import Column, Form, case_form
from services.supervision.rules.periods import check_period, last_year
from services.supervision.store import counting
from services.supervision.store.counting import BY_COMMITTEE, BY_DIVISION, WHOLE, Slice
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger import cursors
from shared.ledger.transaction import canonical

Payload = Mapping[str, Any]
Figures = Mapping[str, int]


def get_case_table(context: Context, query: Payload) -> Payload:
    """The table with the names that the registry has for its rows."""
    table, names = _table(context, query), _names(context, query)
    named = [{**row, "name": names.get(row["key"])} for row in table["rows"]]
    parked = len(cursors.list_parked(context.ledger.database))
    return {**table, "rows": named, "parked": parked}


def export_case_table(context: Context, query: Payload) -> Payload:
    """The table without names as canonical JSON: made of events alone, so the same bytes again."""
    content = canonical(_table(context, query))
    bytes_ = content.encode()
    sha256 = hashlib.sha256(bytes_).hexdigest()
    return {"content": content, "sha256": sha256, "bytes": len(bytes_)}


def asked(context: Context, query: Payload) -> Slice:
    """What a query asks for, if all of it lies in the asker's scope: a part would read as all."""
    check_period(query["since"], query["until"])
    if not context.principal.covers(query["division"]):
        raise Refused("not_found", field="division")
    return Slice(query["division"], query["since"], query["until"])


def _table(context: Context, query: Payload) -> dict[str, Any]:
    slice_, form, by = asked(context, query), case_form(), query["by"]
    before = Slice(slice_.division, last_year(slice_.since), last_year(slice_.until))
    with context.read() as connection:
        check_whole(connection)
        totals = counting.figures(connection, form, slice_, WHOLE)[""]
        year_before = counting.figures(connection, form, before, WHOLE)[""]
        by_key = _by_key(connection, form, slice_, by)
    return {
        **_head(form, slice_, by),
        "columns": [_shown(column) for column in form.columns],
        "rows": _rows(form, by_key, by),
        "totals": rows.cells(form, totals),
        "checks": [asdict(checks.run(check, totals, year_before)) for check in form.checks],
    }


def _by_key(connection: Any, form: Form, slice_: Slice, by: str) -> dict[str, Figures]:
    if by == WHOLE:
        return {}
    idle = counting.committees_in_office(connection, slice_) if by == BY_COMMITTEE else []
    return {**{key: {} for key in idle}, **counting.figures(connection, form, slice_, by)}


def _rows(form: Form, by_key: Mapping[str, Figures], by: str) -> list[dict[str, Any]]:
    rows.check_rows(len(by_key))
    kinds = rows.WITH_COMMITTEE if by == BY_COMMITTEE else rows.EVERY_KIND
    return [{"key": key, "cells": rows.cells(form, by_key[key], kinds)} for key in sorted(by_key)]


def _head(form: Form, slice_: Slice, by: str) -> dict[str, str]:
    days = {"since": slice_.since.isoformat(), "until": slice_.until.isoformat()}
    return {"form": form.code, "form_zh": form.zh, "division": slice_.division, "by": by, **days}


def _shown(column: Column) -> dict[str, str | None]:
    names = ("code", "group", "zh", "unit", "cell", "empty_because")
    return {name: getattr(column, name) for name in names}


def _names(context: Context, query: Payload) -> Mapping[str, str]:
    division, on = query["division"], query["until"].isoformat()
    if query["by"] == BY_COMMITTEE:
        return clients.committee_names(context, division, on)
    if query["by"] == BY_DIVISION:
        return {**clients.division_names(context, division, on), division: rows.OWN_LEVEL}
    return {}
