"""What others read of volumes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.document_archive.procedures.closing import manifest_place
from services.document_archive.procedures.reads import shown
from services.document_archive.procedures.standing import Standing, heads_of, listed, stand
from services.document_archive.rules import retention, states
from services.document_archive.store import documents, volumes
from shared.access.principal import division_prefix
from shared.bus.context import Context
from shared.contracts.refused import Refused

Payload = Mapping[str, Any]


def get_volume(context: Context, query: Payload) -> Payload:
    """A volume with its papers in order, what is missing, and where it lies."""
    standing = stand(context, query["case"])
    row, profile = standing.row, standing.profile
    return {
        **_listed(row),
        **_file(context, row),
        "order": list(standing.order),
        "order_from": profile["profile"] if profile and profile["order"] else None,
        "papers": [shown(paper) for paper in (*standing.papers, *standing.late)],
        "missing": listed(standing.missing),
        "explained": [{"item": i, "document": d} for i, d in standing.sheets.items()],
        "waits_for": list(standing.waits_for),
        "heads": heads_of(standing),
        "retention": _retention(standing),
    }


def get_volume_manifest(context: Context, query: Payload) -> Payload:
    """The manifest of a closed volume, byte for byte as its hash was made."""
    with context.read() as connection:
        row = volumes.find_volume(connection, query["case"], context.principal)
    if row["manifest"] is None:
        raise Refused("wrong_state", state=row["state"], allowed=list(states.BOUND))
    text = context.vault.open(row["manifest"], manifest_place(row["id"]))
    return {"case": row["id"], "sha256": row["manifest_sha256"], "manifest": text}


def list_volumes(context: Context, query: Payload) -> Payload:
    """Volumes under a division, newest first."""
    prefix = division_prefix(query["division"]) if query["division"] else ""
    with context.read() as connection:
        rows = volumes.list_volumes(
            connection, context.principal, prefix, query["state"], query["limit"]
        )
    return {"volumes": [_listed(row) for row in rows]}


def _listed(row: Payload) -> dict[str, Any]:
    kind = states.kind(past=row["past"], agreement_form=row["agreement_form"])
    return {**row, "case": row["id"], "kind": kind, "opened_at": row["accepted_at"]}


def _file(context: Context, row: Payload) -> dict[str, Any]:
    if row["document"] is None:
        return {"volume_document": None, "pages": None, "sha256": None}
    with context.read() as connection:
        file = documents.document_by_id(connection, row["document"])
    return {"volume_document": file["id"], "pages": file["pages"], "sha256": file["sha256"]}


def _retention(standing: Standing) -> Payload | None:
    code, profile = standing.row["retention"], standing.profile
    if code is None:
        return None
    on = date.fromisoformat(standing.row["closed_at"][:10])
    known = retention.classes(profile["retention_classes"] if profile else None, on)
    found = known.get(code) or retention.Retention(code, code, None)
    return {"code": found.code, "label": found.label, "years": found.years}
