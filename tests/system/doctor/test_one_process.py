"""`tiaojie doctor` and its neighbours on a suite without broker: stopped, held, running."""

import hashlib
import json
import shutil
import sqlite3

import pytest
from click.testing import CliRunner

from shared.settings.site import SiteSettings
from shared.testing.running import START, running
from tests.system.cli.shell import Run, answer, cli
from tiaojie import services
from tiaojie.cli.service import service as service_command
from tiaojie.doctor.asked import Asked
from tiaojie.doctor.examine import examine
from tiaojie.house import hold

SUBJECT, ENTRY = "demo-subject", "0198a000-0000-7000-8000-000000000001"


@pytest.fixture(scope="module")
def rested(tmp_path_factory):
    """A folder in which every service ran once."""
    folder = tmp_path_factory.mktemp("rested") / "var"
    with running(folder, services.load()) as suite:
        suite.settle()
    return folder


@pytest.fixture
def folder(rested, tmp_path):
    copy = tmp_path / "var"
    shutil.copytree(rested, copy)
    return copy


def findings(folder, *names, **settings):
    asked = Asked(SiteSettings(data=folder, **settings), names or services.ORDER)
    return list(examine(asked))


def wrong(folder, *names, **settings):
    found = findings(folder, *names, **settings)
    return [
        (f.code, f.about) for f in found if f.severity != "ok" and not f.code.startswith("disk")
    ]


def change(folder, service, statement, *values):
    with sqlite3.connect(folder / f"{service}.db") as connection:
        connection.execute(statement, values)
    connection.close()


def record(folder, service, line="{}", seq=1):
    place = "insert into ledger_journal (seq, hash, audience, line) values (?, ?, 'bus', ?)"
    change(folder, service, place, seq, b"\0" * 32, line)


def put_aside(folder, state="parked", next_at=2**42):
    """The first entry of the registry, put aside in supervision."""
    line = json.dumps({"id": ENTRY, "type": "registry.thing.v1", "subject": SUBJECT,
                       "correlationid": "demo-1"})  # fmt: skip
    record(folder, "registry", line)
    zero = b"\0" * 32
    change(folder, "supervision", "insert into ledger_cursor values ('registry', 1, ?)", zero)
    change(folder, "document_archive", "insert into ledger_cursor values ('registry', 1, ?)", zero)
    wire = json.dumps({"seq": 1, "hash": zero.hex(), "line": line})
    change(
        folder,
        "supervision",
        "insert into ledger_parked values ('registry', 1, ?, ?, ?, ?, 3, ?)",
        *(SUBJECT, wire, state, "ValueError: 不合\n[parameters: 张某]", next_at),
    )


# the doctor


def test_folder_that_is_not_there_is_said_and_not_made(tmp_path):
    assert wrong(tmp_path / "var") == [("folder_missing", str(tmp_path / "var"))]
    assert list(tmp_path.iterdir()) == []


def test_suite_at_rest_is_well(folder):
    known = [f.code for f in findings(folder) if not f.code.startswith("disk")]
    assert (wrong(folder), known) == (
        [],
        ["version"] * 2
        + [
            "keys_there",
            "folder_free",
            "databases_ok",
            "version",
            "ledgers_ok",
            "services_at_rest",
        ],
    )


def test_doctor_changes_nothing(folder):
    before = contents(folder)
    findings(folder)
    assert contents(folder) == before


def test_restored_copy_is_read_and_left_as_it_is(folder):
    change(folder, "intake", "pragma journal_mode=delete")  # as `vacuum into` writes it
    before = contents(folder)
    assert wrong(folder) == []
    assert contents(folder) == before


def contents(folder):
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_empty_file_is_no_database_yet(folder):
    (folder / "intake.db").write_bytes(b"")
    assert ("databases_not_yet", "intake") in [(f.code, f.about) for f in findings(folder)]
    assert (folder / "intake.db").stat().st_size == 0


def test_spoilt_file_is_a_database_away(folder):
    (folder / "intake.db").write_bytes(b"spoilt" * 1000)
    assert wrong(folder) == [("database_away", "intake")]


def test_missing_key(folder):
    (folder / "keys" / "lookup").unlink()
    assert wrong(folder) == [("key_missing", str(folder / "keys" / "lookup"))]


def test_key_that_strangers_can_read(folder):
    file = folder / "keys" / "field-k1"
    file.chmod(0o444)
    assert wrong(folder) == []  # the folder keeps them out
    file.parent.chmod(0o755)
    assert wrong(folder) == [("file_exposed", str(file))]


def test_old_schema(folder):
    change(folder, "intake", "delete from alembic_version where version_num like 'intake%'")
    assert wrong(folder) == [("schema_old", "intake")]


def test_entry_without_a_place(folder):
    line = json.dumps({"time": START.isoformat()})
    change(folder, "intake", "insert into ledger_pending (audience, line) values ('bus', ?)", line)
    assert wrong(folder) == [("unsealed", "intake")]


def test_cursor_behind_its_source(folder):
    record(folder, "screening")
    behind = [("cursor_behind", "intake"), ("cursor_behind", "supervision")]
    assert wrong(folder) == behind
    assert wrong(folder, "intake", "supervision") == []  # the source is not looked at


@pytest.mark.parametrize("state", ["parked", "waiting"])
def test_entry_put_aside(folder, state):
    put_aside(folder, state)
    assert wrong(folder) == [(state, "supervision")]


def test_job_that_fails(folder):
    columns = "insert into ledger_job (id, kind, subject, args, run_at, tries, next_at)"
    change(folder, "intake", columns + " values ('j', 'k', 's', '{}', 0, 2, ?)", 2**42)
    assert wrong(folder) == [("jobs_failing", "intake")]


def test_clock_of_a_story_in_earnest(folder):
    assert wrong(folder, clock=str(folder / "clock")) == [("clock_of_story", "")]


def test_folder_held_without_a_door(folder):
    with hold(folder):
        assert wrong(folder) == [("folder_held_silent", str(folder))]
        assert "services_at_rest" not in [f.code for f in findings(folder)]


# the commands


@pytest.fixture(scope="module")
def run(rested, tmp_path_factory):
    """The same folder, with something put aside, and the suite running."""
    folder = tmp_path_factory.mktemp("run") / "var"
    shutil.copytree(rested, folder)
    put_aside(folder)
    with Run(folder) as run:
        yield run


def test_command_groups_with_the_worst_last_and_ends_with_1(folder):
    (folder / "keys" / "lookup").unlink()
    done = cli(folder, "doctor")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, lines[0]) == (1, "", "版本")
    assert lines[-2].strip().startswith("要处理  缺少密钥文件")
    assert lines[-2].endswith("［key_missing］")
    assert lines[-1].startswith("要处理 1 项，")


def test_command_ends_with_0_where_nothing_is_bad(folder):
    shown = answer(cli(folder, "doctor", "--json"))
    assert shown["bad"] == 0
    assert sorted(shown["findings"][0]) == ["about", "code", "group", "severity", "text"]


def test_running_suite_answers_through_its_door(run):
    shown = answer(cli(run.folder, "doctor", "--json"))
    by_code = {f["code"]: f for f in shown["findings"]}
    assert str(run.process.pid) in by_code["folder_held"]["text"]
    assert "services_ok" in by_code
    assert by_code["parked"]["about"] == "supervision"


def test_service_list_says_how_each_is(run):
    rows = {
        row["service"]: row
        for row in answer(cli(run.folder, "service", "list", "--json"))["services"]
    }
    assert tuple(rows) == services.ORDER
    assert rows["supervision"] == {
        "service": "supervision",
        "answers": True,
        "state": "ok",
        "lacks": [],
        "head": 0,
        "unsealed": 0,
        "jobs": 0,
        "parked": 1,
    }


def test_service_list_of_a_silent_one(tmp_path_factory, rested):
    folder = tmp_path_factory.mktemp("one") / "var"
    shutil.copytree(rested, folder)
    with Run(folder, "registry"):
        rows = answer(cli(folder, "service", "list", "--json"))["services"]
        doctor = cli(folder, "doctor", "registry")
    assert [row["service"] for row in rows if row["answers"]] == ["registry"]
    assert doctor.returncode == 0, doctor.stdout


def test_no_broker_no_queues(folder):
    done = CliRunner().invoke(service_command, ["queues"], obj=SiteSettings(data=folder))
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "没有设置消息代理（TIAOJIE_BUS）：服务都在一个进程里，没有队列\n"


def test_parked_show_gives_ids_and_the_first_line_of_the_reason(run):
    (row,) = answer(cli(run.folder, "parked", "show", "supervision", SUBJECT, "--json"))["parked"]
    wanted = {"entry": ENTRY, "correlation": "demo-1", "type": "registry.thing.v1", "seq": 1}
    assert {name: row[name] for name in wanted} == wanted
    assert (row["reason"], row["tries"], row["state"]) == ("ValueError: 不合", 3, "parked")


def test_parked_show_of_nothing_ends_with_3(run):
    done = cli(run.folder, "parked", "show", "supervision", "no-such-subject")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "supervision 没有搁置这个事项\n"
