"""What a finished story leaves to be looked at: papers, packet, journals, what checking said."""

import base64
import json
from pathlib import Path
from typing import Any

from shared.access.principal import Principal
from shared.bus.suite import Suite
from shared.ledger.chain import verify
from shared.ledger.journal import whole_journal
from tiaojie import services

READER = Principal("bureau", "demo", ("",))
PART = 400_000


def save_papers(suite: Suite, case: str, folder: Path) -> list[dict[str, Any]]:
    """Every paper of a case as a file in `folder/papers`, in the order of the volume."""
    folder = folder / "papers"
    folder.mkdir(exist_ok=True)
    listed = suite.call("document_archive", "list_documents", {"subject": case}, READER)
    return [_save(suite, paper, folder, n) for n, paper in enumerate(listed["documents"], 1)]


def _save(suite: Suite, paper: dict[str, Any], folder: Path, number: int) -> dict[str, Any]:
    name = f"{number:02d}-{paper['form']}.pdf"
    (folder / name).write_bytes(read_document(suite, paper["document"]))
    return {"path": f"papers/{name}", "title": paper["title"], "pages": paper["pages"]}


def read_document(suite: Suite, document: str) -> bytes:
    """A paper's bytes, part by part."""
    content, total = b"", 1
    while len(content) < total:
        where = {"document": document, "offset": len(content), "limit": PART}
        part = suite.call("document_archive", "read_document", where, READER)
        content += base64.b64decode(part["content_base64"])
        total = part["total"]
    return content


def export_journals(suite: Suite, folder: Path) -> list[tuple[Path, str]]:
    """Every service's journal as a file of sealed lines, with the result of verifying it."""
    folder = folder / "journals"
    folder.mkdir(exist_ok=True)
    return [_export(suite, service, folder) for service in suite.containers]


def _export(suite: Suite, service: str, folder: Path) -> tuple[Path, str]:
    entries = list(whole_journal(suite.keeper(suite.containers[service]).desk.ledger.database))
    path = folder / f"{service}.jsonl"
    lines = [json.dumps(entry.wire(), ensure_ascii=False) for entry in entries]
    path.write_text("\n".join(lines) + "\n" if lines else "", "utf-8")
    last = verify(entries)
    name = services.contract(service).words.zh
    return path, f"{name}：{last.seq} 条，散列链完好，末条 {last.hash.hex()[:16]}…"
