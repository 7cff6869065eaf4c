"""What a finished story leaves to be looked at: papers, packet, journals, what checking said."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared.access.principal import Principal
from shared.contracts.refused import Refused
from shared.ledger.chain import verify
from shared.ledger.journal import whole_journal
from tiaojie import services
from tiaojie.demo import report
from tiaojie.demo.progress import Progress
from tiaojie.demo.stage import Stage
from tiaojie.demo.story import Story


@dataclass(frozen=True)
class Outcome:
    """Where everything is, and what checking it said."""

    volume: Path | None
    packet: Path | None
    journals: list[Path]
    report: Path
    checks: list[str]


READER = Principal("bureau", "demo", ("",))
PART = 400_000


def collect(stage: Stage, story: Story, progress: Progress, folder: Path) -> Outcome:
    """Write papers, volume, journals and the report into the run's folder, and check them."""
    case = progress.kept.get("case")
    papers = save_papers(stage, case, folder) if case else []
    volume = save_volume(stage, case, folder) if case else None
    journals = export_journals(stage, folder)
    checks = [said for _, said in journals] + (check_volume(volume) if volume else [])
    path = report.write(story, progress, folder, papers, checks)
    packets = sorted((folder / "court").rglob("*.pdf"))
    packet = packets[-1] if packets else None
    return Outcome(volume, packet, [file for file, _ in journals], path, checks)


def save_volume(stage: Stage, case: str, folder: Path) -> Path | None:
    """The closed volume as one PDF; None while it is open."""
    try:
        volume = stage.people.call("document_archive", "get_volume", {"case": case}, READER)
    except Refused:
        return None
    if not volume["volume_document"]:
        return None
    path = folder / "volume.pdf"
    path.write_bytes(read_document(stage, volume["volume_document"]))
    return path


def check_volume(volume: Path) -> list[str]:
    """What the PDF itself says: archival form, fonts, pages."""
    import pikepdf

    with pikepdf.open(volume) as pdf, pdf.open_metadata() as about:
        pages, status = len(pdf.pages), about.pdfa_status or "不是 PDF/A"
        bookmarks = len(list(pdf.open_outline().root))
    return [f"案卷：{pages} 页，PDF/A-{status}，书签 {bookmarks} 个"]


def save_papers(stage: Stage, case: str, folder: Path) -> list[dict[str, Any]]:
    """Every paper of a case as a file in `folder/papers`, in the order of the volume."""
    folder = folder / "papers"
    folder.mkdir(exist_ok=True)
    listed = stage.people.call("document_archive", "list_documents", {"subject": case}, READER)
    return [_save(stage, paper, folder, n) for n, paper in enumerate(listed["documents"], 1)]


def _save(stage: Stage, paper: dict[str, Any], folder: Path, number: int) -> dict[str, Any]:
    name = f"{number:02d}-{paper['form']}.pdf"
    (folder / name).write_bytes(read_document(stage, paper["document"]))
    return {"path": f"papers/{name}", "title": paper["title"], "pages": paper["pages"]}


def read_document(stage: Stage, document: str) -> bytes:
    """A paper's bytes, part by part."""
    content, total = b"", 1
    while len(content) < total:
        where = {"document": document, "offset": len(content), "limit": PART}
        part = stage.people.call("document_archive", "read_document", where, READER)
        content += base64.b64decode(part["content_base64"])
        total = part["total"]
    return content


def export_journals(stage: Stage, folder: Path) -> list[tuple[Path, str]]:
    """Every service's journal as a file of sealed lines, with the result of verifying it."""
    folder = folder / "journals"
    folder.mkdir(exist_ok=True)
    return [_export(stage, service, folder) for service in stage.databases]


def _export(stage: Stage, service: str, folder: Path) -> tuple[Path, str]:
    entries = list(whole_journal(stage.databases[service]))
    path = folder / f"{service}.jsonl"
    lines = [json.dumps(entry.wire(), ensure_ascii=False) for entry in entries]
    path.write_text("\n".join(lines) + "\n" if lines else "", "utf-8")
    last = verify(entries)
    name = services.contract(service).words.zh
    return path, f"{name}：{last.seq} 条，散列链完好，末条 {last.hash.hex()[:16]}…"
