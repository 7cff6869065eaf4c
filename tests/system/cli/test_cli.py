"""The command line as a person meets it: one process a command, with and without a running suite.

Nothing here imports the suite: what a command says, how it ends and what it leaves is all there is.
"""

import http.client
import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time

import pytest

from tiaojie import services
from tiaojie.demo.story import HOME
from tiaojie.files import yaml_of
from tiaojie.house import hold

SETTING = {c["id"]: c for c in yaml_of(HOME / "setting.yaml")["commands"]}
FIRST = (
    "demo-divisions",
    "demo-profile-jilin",
    "demo-court-nongan",
    "demo-committee-shilibu",
    "demo-role-d-shilibu",
)
DIRECTOR, COMMITTEE = "director:d-shilibu", "c-shilibu"
PLAN = {
    "title": "秋收前排查",
    "division": "220122100207",
    "mode": "focused",
    "trigger": "time",
    "since": "2026-09-01",
    "until": "2026-09-30",
    "targets": [{"label": "一组张某家"}, {"label": "灌渠", "kind": "place"}],
}
PATIENCE_S = 60


def environment(folder):
    return {**os.environ, "TIAOJIE_DATA": str(folder), "COLUMNS": "100"}


def cli(folder, *words):
    command = [sys.executable, "-m", "tiaojie", *words]
    return subprocess.run(
        command, env=environment(folder), capture_output=True, text=True, timeout=60, check=False
    )


def options(payload):
    """A payload as options: `{file: x}` as @file, what has parts as JSON."""
    words = []
    for name, value in payload.items():
        if isinstance(value, dict) and set(value) == {"file"}:
            text = f"@{(HOME / value['file']).resolve()}"
        else:
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        words += [f"--{name.replace('_', '-')}", text]
    return words


def words_of(id_, **changed):
    """A command of the demo setting as a person would type it."""
    service, _, verb = SETTING[id_]["do"].partition(".")
    noun_and_word = services.contract(service).verbs[verb].command
    payload = {**SETTING[id_]["with"], **changed}
    return [*noun_and_word, *options(payload), "--command-id", id_]


def answer(done):
    """What `--json` put on stdout: one object, with no talk beside it."""
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    return json.loads(line)


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """A data folder in which the first commands of the demo setting were carried out."""
    folder = tmp_path_factory.mktemp("region")
    for id_ in FIRST:
        done = cli(folder, *words_of(id_))
        assert (done.returncode, done.stderr) == (0, ""), id_
    return folder


class Run:
    """`tiaojie run` on a folder, until it is told to stop."""

    def __init__(self, folder, *names):
        command = [sys.executable, "-m", "tiaojie", "run", *names]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        self.folder, self.file = folder, folder / "door.json"
        self.process = subprocess.Popen(command, env=environment(folder), **pipes)
        end = time.monotonic() + PATIENCE_S
        while not self.file.exists() and time.monotonic() < end and self.process.poll() is None:
            time.sleep(0.05)
        self.door = json.loads(self.file.read_text())

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        said, complaints = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, said.splitlines()[-1], complaints

    def post(self, token=None, host=None, body=b"{}"):
        """The status that the door answers to one request."""
        door = http.client.HTTPConnection("127.0.0.1", self.door["port"], timeout=20)
        headers = {
            "X-Tiaojie-Token": token or self.door["token"],
            "X-Tiaojie-As": "administrator:local",
            "Host": host or f"127.0.0.1:{self.door['port']}",
        }
        door.request("POST", "/rpc/registry/health", body, headers)
        answer = door.getresponse()
        said = json.loads(answer.read())
        door.close()
        return answer.status, said


@pytest.fixture(scope="module")
def run(region, tmp_path_factory):
    """The same region, in another folder, with `tiaojie run` up; it must stop well."""
    folder = tmp_path_factory.mktemp("run") / "var"
    shutil.copytree(region, folder)
    run = Run(folder)
    yield run
    assert run.stop() == (0, "已停止，没有未写完的事项", "")
    assert not run.file.exists()


@pytest.fixture(scope="module", params=["own process", "door"])
def place(request, region):
    """Where the same commands must come out the same."""
    return region if request.param == "own process" else request.getfixturevalue("run").folder


# what needs no data


def test_help_lists_all_nouns(tmp_path):
    done = cli(tmp_path, "--help")
    listed = [line.split()[0] for line in done.stdout.split("Commands:\n")[1].splitlines()]
    nouns = {v.command[0] for s in services.ORDER for v in verbs(s) if v.command}
    assert (done.returncode, done.stderr) == (0, "")
    assert listed == sorted({*nouns, "run", "demo", "journal", "parked"})


def verbs(service):
    return services.contract(service).verb_list


def test_help_of_a_word_shows_three_examples_and_the_chinese_labels(tmp_path):
    done = cli(tmp_path, "case", "accept", "--help")
    shown = [line.split(" --")[0] for line in done.stdout.splitlines() if "tiaojie case" in line]
    assert shown[1:] == ["    tiaojie case accept"] * 3
    assert "--case TEXT         案件  [required]" in done.stdout


def test_help_says_what_may_be_chosen(tmp_path):
    help_ = " ".join(cli(tmp_path, "plan", "open", "--help").stdout.split())
    assert "排查缘由：时间（time） 事项（matter） 人（person）" in help_
    assert "--targets @targets.json" in help_


@pytest.mark.parametrize(
    "words",
    [
        ("case", "accept"),
        ("case", "embrace"),
        ("plan", "open", *options({**PLAN, "targets": "一组"})),
        ("plan", "open", *options({**PLAN, "targets": "@nowhere.yaml"})),
    ],
    ids=["option missing", "no such word", "no JSON", "no such file"],
)
def test_usage_error_ends_with_2_and_touches_nothing(tmp_path, words):
    done = cli(tmp_path / "var", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: ")
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("words", [("show",), ("verify",), ("export",)])
def test_journal_of_no_database_is_said_and_none_is_made(tmp_path, words):
    file = [str(tmp_path / "out.jsonl")] if words == ("export",) else []
    done = cli(tmp_path, "journal", *words, "registry", *file)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"这个数据目录里没有 registry 的日志：{tmp_path}\n"
    assert list(tmp_path.iterdir()) == []


def test_folder_held_without_a_door_is_said(tmp_path):
    with hold(tmp_path):
        done = cli(tmp_path, "parked", "list")
    assert (done.returncode, done.stdout) == (6, "")
    assert done.stderr == "数据目录正被另一个进程使用，而它没有打开入口；请稍候或先停下它\n"


# what must be the same in an own process and through the door


def test_json_is_one_object_alone(place):
    shown = answer(cli(place, "committee", "show", "--committee", COMMITTEE, "--json"))
    assert (shown["name"], shown["version"]) == ("农安镇十里堡村人民调解委员会", 1)
    assert [m["role"] for m in shown["members"]] == ["director", "deputy", "member"]


def test_people_get_a_table_in_chinese(place):
    done = cli(place, "committee", "show", "--committee", COMMITTEE)
    cells = [cell.strip() for cell in done.stdout.replace("│", "\n").splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert "调委会类型      村（village）" in cells
    assert [c for c in cells if c.startswith("男性")] == ["男性（1）"] * 2


@pytest.mark.parametrize(
    ("words", "end", "code"),
    [
        (("case", "list", "--as", "clerk:k-99"), 1, "not_allowed"),
        (("committee", "show", "--committee", "c-none"), 3, "not_found"),
        (("committee", "change", "--committee", COMMITTEE, "--version", "9"), 4, "version_stale"),
        (words_of("demo-court-nongan", name="别的法院"), 4, "command_id_reused"),
    ],
    ids=["unknown role", "not found", "version", "command id"],
)
def test_refusal_is_one_object_on_stdout_talk_on_stderr_and_an_end(place, words, end, code):
    done = cli(place, *words, "--json")
    refused = json.loads(done.stdout)["refused"]
    assert (done.returncode, refused["code"]) == (end, code)
    said = done.stderr.splitlines()
    assert (said[0], len(said)) == (refused["message"], 3)
    assert said[1].startswith(f"代码 {code}（")


def test_unknown_role_is_told_what_to_do(place):
    done = cli(place, "case", "list", "--as", "clerk:k-99")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[0] == "没有登记这个岗位；先由管理员执行 tiaojie role grant"


def test_plan_opened_by_one_command_is_there_for_the_next(place):
    opened = answer(cli(place, "plan", "open", *options(PLAN), "--as", DIRECTOR, "--json"))
    shown = answer(cli(place, "plan", "show", "--plan", opened["plan"], "--as", DIRECTOR, "--json"))
    assert {name: shown[name] for name in ("title", "mode", "since")} == {
        name: PLAN[name] for name in ("title", "mode", "since")
    }
    assert [t["label"] for t in shown["targets"]] == ["一组张某家", "灌渠"]


def test_repeated_command_gives_the_same_answer(place):
    once = answer(cli(place, *words_of("demo-committee-shilibu"), "--json"))
    assert (once["committee"], once["version"]) == (COMMITTEE, 1)


def test_nothing_is_parked(place):
    done = cli(place, "parked", "list")
    assert (done.returncode, done.stdout, done.stderr) == (0, "没有搁置的事项\n", "")


def test_profile_of_a_yaml_file_is_published(place):
    shown = answer(cli(place, "profile", "show", "--division", "220000000000", "--json"))
    assert shown["settings"]["levels"]["major"]["people_over"] == 10


# the running suite and its door


def test_door_is_readable_by_its_owner_alone(run):
    assert stat.S_IMODE(run.file.stat().st_mode) == 0o600
    assert sorted(run.door) == ["pid", "port", "token"]
    assert run.door["pid"] == run.process.pid


def test_second_run_on_the_folder_says_so(run):
    done = cli(run.folder, "run")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == "数据目录正被另一个进程使用\n"
    assert run.post()[0] == 200


@pytest.mark.parametrize(
    "wrong", [{"token": "guessed"}, {"host": "example.org"}, {"host": "localhost:80"}]
)
def test_stranger_at_the_door_gets_403(run, wrong):
    status, said = run.post(**wrong)
    assert (status, said["refused"]["code"]) == (403, "unproved")


@pytest.mark.parametrize("body", [b"[]", b"1", b"{", b""])
def test_what_is_no_object_is_refused_at_the_door(run, body):
    status, said = run.post(body=body)
    assert (status, said["refused"]["code"]) == (422, "invalid")


def test_parked_list_says_who_does_not_answer(region, tmp_path):
    shutil.copytree(region, tmp_path / "var")
    run = Run(tmp_path / "var", "registry")
    done = cli(run.folder, "parked", "list")
    assert run.stop()[0] == 0
    assert (done.returncode, done.stdout) == (6, "")
    assert done.stderr == f"没有回答：{'、'.join(services.ORDER[1:])}\n"


# the journal


def test_journal_is_whole(region):
    done = cli(region, "journal", "verify", "registry")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("registry：5 条，完好，末条散列 ")


def test_entry_changed_by_hand_is_found(region, tmp_path):
    for file in region.glob("registry.db*"):
        shutil.copy(file, tmp_path)
    with sqlite3.connect(tmp_path / "registry.db") as database:
        database.execute("drop trigger ledger_journal_no_update")
        database.execute(
            "update ledger_journal set line = replace(line, 'shilibu', 'shilipu') where seq = 4"
        )
    database.close()
    done = cli(tmp_path, "journal", "verify", "registry")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "registry 的日志在第 4 条被动过（内容与封存时不同）\n"
