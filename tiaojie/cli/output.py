"""What a command prints and how it ends (ux.md §3.1): data on stdout, talk on stderr."""

import json
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from tiaojie.cli.words import label, say

END = {
    "ok": 0,
    "refused": 1,
    "usage": 2,
    "not_found": 3,
    "conflict": 4,
    "absent": 6,
    "internal": 64,
    "unreachable": 69,
    "unfit": 78,
}
CONFLICTS = ("version_stale", "command_id_reused")
AWAY = ("depends_on_absent", "database_away", "time_spent")
INDENT, COLUMN_WIDTH = 2, 16  # narrower columns break words into pieces


def finish(service: str, reply: dict[str, Any], command_id: str | None, *, as_json: bool) -> None:
    """Print a wire reply and end the process with its code."""
    kind = next(iter(reply))
    if as_json:
        click.echo(json.dumps(reply.get("answer", reply), ensure_ascii=False))
    elif kind == "answer":
        show(reply["answer"])
    if kind != "answer":
        _explain(service, kind, reply[kind], command_id)
    raise SystemExit(end_code(kind, reply))


def end_code(kind: str, reply: dict[str, Any]) -> int:
    """0 ok, 1 refused, 3 not found, 4 conflict, 6 absent or late, 64 internal."""
    if kind == "refused":
        code = reply["refused"]["code"]
        if code in CONFLICTS:
            return END["conflict"]
        if code in AWAY:
            return END["absent"]
        return END["not_found"] if code == "not_found" else END["refused"]
    return {"answer": END["ok"], "internal": END["internal"]}.get(kind, END["absent"])


def show(answer: dict[str, Any]) -> None:
    """A table for people: lists as tables, the rest as pairs."""
    console = Console(highlight=False)
    pairs = {k: v for k, v in answer.items() if not _is_rows(v)}
    if pairs:
        console.print(_pairs(pairs))
    for name, rows in answer.items():
        if _is_rows(rows):
            _show_rows(console, label(name), rows)


def _show_rows(console: Console, title: str, rows: list[dict[str, Any]]) -> None:
    """A table where it fits, else one row below the other."""
    if console.width >= COLUMN_WIDTH * len(rows[0]):
        console.print(_rows(title, rows))
        return
    console.print(title)
    for row in rows:
        console.print(_pairs(row))
        console.print()


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _pairs(values: dict[str, Any]) -> Table:
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in values.items():
        table.add_row(label(name), _cell(name, value))
    return table


def _rows(title: str, rows: list[dict[str, Any]]) -> Table:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    table = Table(title=title, title_justify="left")
    for name in columns:
        table.add_column(label(name), overflow="fold")  # an id cut short is no id
    for row in rows:
        table.add_row(*(_cell(name, row.get(name)) for name in columns))
    return table


def _cell(name: str, value: Any) -> str:
    if value is None or value in ([], {}):
        return "—"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "、".join(say(one, name) for one in value)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, indent=INDENT)
    return say(value, name) if isinstance(value, str) else str(value)


def _explain(service: str, kind: str, what: Any, command_id: str | None) -> None:
    """One line what, one line why, one line what next."""
    again = f"，可原样重复：--command-id {command_id}" if command_id else ""
    lines = {
        "absent": (f"没有做成：{what} 没有运行", "什么都没有改动", f"启动后再试{again}"),
        "late": ("不知道是否做成：等待超时", f"{what} 没有及时回答", f"请再试{again}"),
        "internal": ("程序出错了，不是您的问题", f"错误编号 {what}", "请把编号告诉运维"),
    }
    if kind == "refused":
        details = json.dumps(what["details"], ensure_ascii=False)
        lines["refused"] = (what["message"], f"代码 {what['code']}（{service}）", details)
    for text in lines[kind]:
        click.echo(text, err=True)
