"""Killed between object and row, and jobs that run again: one paper, and nothing left lying."""

import os
import subprocess
import sys
from pathlib import Path

import eventlet

from services.document_archive.service import DocumentArchive
from shared.access.principal import Principal
from shared.bus.service import Service, job, verb
from shared.contracts.contract import Contract
from shared.contracts.every_service import Done
from shared.contracts.language import ROLES, Command, Verb, Words
from shared.ledger.jobs import list_failing
from shared.testing.people import CLERK
from shared.testing.running import running
from tests.system.document_archive.neighbours import ARCHIVE, AT, filing
from tests.unit.document_archive.papers import paper

SYSTEM = Principal.system("acting")
ROOT = Path(__file__).parents[3]
KILLED = """
import shared.bus.green, os, sys
from pathlib import Path
from services.document_archive.drivers.objects import Objects
from services.document_archive.service import DocumentArchive
from shared.testing.running import running
from tests.system.document_archive.neighbours import filing
from shared.ledger.jobs import list_failing
from shared.testing.people import CLERK

put = Objects.put
def put_and_die(*args):
    put(*args)
    os._exit(9)
Objects.put = put_and_die
with running(Path(sys.argv[1]), [DocumentArchive]) as suite:
    filing(suite, "case-1", "record", CLERK, command_id="entry-1")
"""


def kill_between_object_and_row(folder):
    path = {"PYTHONPATH": str(ROOT), "PATH": os.defpath}
    command = [sys.executable, "-c", KILLED, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 9, done.stderr.decode()


def objects(folder):
    """Names of all files of the store."""
    found = (folder / "objects").rglob("*")
    return sorted(path.name for path in found if path.is_file() and path.name != ".lock")


def documents(suite, who=CLERK):
    return suite.ask(ARCHIVE, "list_documents", who, subject="case-1")["documents"]


def test_kill_between_object_and_row_leaves_an_orphan_that_the_sweeper_removes(tmp_path):
    kill_between_object_and_row(tmp_path)
    (orphan,) = objects(tmp_path)
    with running(tmp_path, [DocumentArchive]) as suite:
        assert (suite.events(ARCHIVE), documents(suite)) == ([], [])
        kept = filing(suite, "case-1", "notice", CLERK)
        suite.advance(hours=23)
        assert orphan in objects(tmp_path)
        suite.advance(hours=2)
        assert orphan not in objects(tmp_path)
        (shown,) = documents(suite)
        assert shown["sha256"] == kept["sha256"]
        suite.ask(ARCHIVE, "read_document", CLERK, document=kept["document"])


def test_repeat_after_the_kill_claims_the_orphan(tmp_path):
    kill_between_object_and_row(tmp_path)
    with running(tmp_path, [DocumentArchive]) as suite:
        filed = filing(suite, "case-1", "record", CLERK, command_id="entry-1")
        suite.advance(days=3)
        filing(suite, "case-2", "notice", CLERK)
        suite.advance(days=3)
        (shown,) = documents(suite)
        assert shown["document"] == filed["document"]
        suite.ask(ARCHIVE, "read_document", CLERK, document=filed["document"])


class Act(Command):
    """An act whose paper is to be filed."""


def act(context, _command):
    with context.commit() as tx:
        tx.queue("file_paper", "case-1", key="file:entry-1", entry="entry-1")
        return tx.answer(subject="case-1")


def file_paper(context, job_):
    """The first time the process dies after the archive has answered."""
    said = {"subject": "case-1", "form": "notice", "data": paper("notice"), "happened_at": AT}
    context.ask(ARCHIVE, "file_document", limit_s=10, command_id=job_.args["entry"], **said)
    if job_.tries == 0:
        raise OSError("killed here")


class Acting(Service):
    """Some service whose acts have papers."""

    name = "acting"
    contract = Contract(
        service="acting",
        words=Words("办", "Acting"),
        verb_list=(Verb("act", Act, Done, ROLES, Words("办", "Act")),),
        event_list=(),
    )
    act = verb(act)
    file_paper = job(ask=file_paper)


def test_repeated_job_files_once(tmp_path):
    with running(tmp_path, [DocumentArchive, Acting]) as suite:
        suite.ask("acting", "act", CLERK)
        suite.settle()
        wait_for_the_next_try(suite)
        (shown,) = documents(suite, SYSTEM)
        assert (shown["form"], shown["filed_by"]) == ("notice", "system:acting")
        assert suite.events(ARCHIVE) == ["document_filed"]


def wait_for_the_next_try(suite):
    """Jobs that failed wait a second of the machine's clock, not of the story's."""
    keeper = suite.suite.keeper(suite.suite.containers["acting"])
    with eventlet.Timeout(20):
        while list_failing(keeper.desk.ledger.database):
            eventlet.sleep(0.1)
