"""The command line as a person meets it: one process a command, with and without a running suite.

What a command says, how it ends and what it leaves behind is all that these tests look at.
"""

import json
import shutil
import sqlite3
import stat

import pytest

from tests.system.cli.shell import Run, answer, cli, options, words_of
from tiaojie import services
from tiaojie.__main__ import OWN
from tiaojie.cli.nouns import Content
from tiaojie.house import hold

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
STALE = ("committee", "change", "--committee", COMMITTEE, "--leaving", "[3]", "--version", "9")


# what needs no data


def test_help_lists_all_nouns(tmp_path):
    done = cli(tmp_path, "--help")
    listed = [line.split()[0] for line in done.stdout.split("Commands:\n")[1].splitlines()]
    nouns = {v.command[0] for s in services.ORDER for v in verbs(s) if v.command}
    assert (done.returncode, done.stderr) == (0, "")
    assert listed == sorted({*nouns, *(command.name for command in OWN)})


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
        ("plan", "open", *options({**PLAN, "targets": "一组"})),
        ("plan", "open", *options({**PLAN, "targets": "@nowhere.yaml"})),
    ],
    ids=["option missing", "no JSON", "no such file"],
)
def test_usage_error_ends_with_2_and_touches_nothing(tmp_path, words):
    done = cli(tmp_path / "var", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: ")
    assert not (tmp_path / "var").exists()


def test_bytes_of_a_file_travel_as_base64(tmp_path):
    file = tmp_path / "ruling.pdf"
    file.write_bytes(b"\x00%PDF\xff")
    assert Content().convert(f"@{file}", None, None) == "ACVQREb/"
    assert Content().convert("ACVQREb/", None, None) == "ACVQREb/"


@pytest.mark.parametrize("word", ["verify", "export"])
def test_journal_of_no_database_is_said_and_none_is_made(tmp_path, word):
    file = [str(tmp_path / "registry.jsonl")] if word == "export" else []
    done = cli(tmp_path, "journal", word, "registry", *file)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"这个数据目录里没有 registry 的日志：{tmp_path}\n"
    assert list(tmp_path.iterdir()) == []


def test_empty_database_holds_no_journal(tmp_path):
    (tmp_path / "registry.db").touch()
    done = cli(tmp_path, "journal", "verify", "registry")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"这个数据目录里没有 registry 的日志：{tmp_path}\n"


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


@pytest.mark.parametrize(
    ("words", "end", "code"),
    [
        (("committee", "show", "--committee", "c-none"), 3, "not_found"),
        (STALE, 4, "version_stale"),
        (words_of("demo-court-nongan", name="别的法院"), 4, "command_id_reused"),
    ],
    ids=["not found", "version", "command id"],
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
    assert done.stderr.splitlines() == [
        "没有登记这个岗位；先由管理员执行 tiaojie role grant",
        "代码 not_allowed（intake）",
        '{"role": "clerk", "person": "k-99"}',
    ]


def test_plan_opened_by_one_command_is_there_for_the_next(place):
    opened = answer(cli(place, "plan", "open", *options(PLAN), "--as", DIRECTOR, "--json"))
    shown = answer(cli(place, "plan", "show", "--plan", opened["plan"], "--as", DIRECTOR, "--json"))
    assert {name: shown[name] for name in ("title", "mode", "since")} == {
        name: PLAN[name] for name in ("title", "mode", "since")
    }
    assert [t["label"] for t in shown["targets"]] == ["一组张某家", "灌渠"]


def test_nothing_is_parked(place):
    done = cli(place, "parked", "list")
    assert (done.returncode, done.stdout, done.stderr) == (0, "没有搁置的事项\n", "")


# what an own process shows


def test_people_get_a_table_in_chinese(region):
    done = cli(region, "committee", "show", "--committee", COMMITTEE)
    rows = [line.split() for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert ["调委会类型", "村（village）"] in rows
    assert "…" not in done.stdout
    assert rows.count(["性别", "男性（1）"]) == 2


def test_repeated_command_gives_the_same_answer(region):
    once = answer(cli(region, *words_of("demo-committee-shilibu"), "--json"))
    assert (once["committee"], once["version"]) == (COMMITTEE, 1)


def test_profile_of_a_yaml_file_is_published(region):
    shown = answer(cli(region, "profile", "show", "--division", "220000000000", "--json"))
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
    with Run(tmp_path / "var", "registry") as run:
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
