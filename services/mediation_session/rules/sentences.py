"""Clauses in Chinese sentences, as the frozen text and every rendition say them."""

import re
from collections.abc import Mapping

from services.mediation_session.rules.clauses import Clause
from services.mediation_session.rules.recurring import Recurring
from shared.reference.money import capitals, figures

_WEEKDAYS = "一二三四五六日"
_NEGATION = re.compile("^(不得|不再|不许|不准|禁止|不)")


def sentence(clause: Clause, names: Mapping[str, str]) -> str:
    """One clause with the parties' names; figures and capitals come from the same number, so
    they cannot differ. The clause has passed the linter.
    """
    what = {"pay": _pay, "do": _do, "refrain": _refrain}[clause.kind](clause, names)
    how = f"方式：{clause.how}。" if clause.how else ""
    if_not = f"不按约定履行的：{clause.if_not}。" if clause.if_not else ""
    return f"{what}{how}{if_not}".replace("。。", "。")


def money(fen: int) -> str:
    """人民币1,200.00元（大写：壹仟贰佰元整）."""
    return f"人民币{figures(fen)}元（大写：{capitals(fen)}）"


def day(value: object) -> str:
    """An ISO day as it is written: 2026年3月2日."""
    year, month, number = str(value).split("-")
    return f"{year}年{int(month)}月{int(number)}日"


def _debtors(clause: Clause, names: Mapping[str, str]) -> str:
    who = "、".join(names[p] for p in clause.debtors)
    return f"{who}共同" if clause.jointly_with else who


def _to(clause: Clause, names: Mapping[str, str]) -> str:
    return f"向{names[clause.to_whom]}" if clause.to_whom else ""


def _pay(clause: Clause, names: Mapping[str, str]) -> str:
    who, to = _debtors(clause, names), _to(clause, names)
    purpose = f"（{clause.object}）" if clause.object else ""
    if clause.recurring is not None:
        sum_ = money(clause.recurring.amount_fen or 0)
        return f"{_again(clause.recurring)}，{who}{to}支付{sum_}{purpose}。"
    if clause.once is not None:
        sum_ = money(clause.amount_fen or 0)
        return f"{who}于{day(clause.once)}前（含当日）{to}支付{sum_}{purpose}。"
    total = sum(part.amount_fen or 0 for part in clause.instalments)
    parts = "；".join(
        f"第{no}期于{day(part.due_on)}前（含当日）支付{money(part.amount_fen or 0)}"
        for no, part in enumerate(clause.instalments, 1)
    )
    return f"{who}{to}支付{money(total)}{purpose}，分{len(clause.instalments)}期付清：{parts}。"


def _do(clause: Clause, names: Mapping[str, str]) -> str:
    who, to = _debtors(clause, names), _to(clause, names)
    when = _again(clause.recurring) + "，" if clause.recurring else ""
    by = f"于{day(clause.once)}前（含当日）" if clause.once else ""
    return f"{when}{who}{by}{to}履行：{clause.object}。"


def _refrain(clause: Clause, names: Mapping[str, str]) -> str:
    from_ = f"自{day(clause.once)}起，" if clause.once else ""
    when = _again(clause.recurring) + "，" if clause.recurring else ""
    what = _NEGATION.sub("", clause.object or "")
    return f"{from_}{when}{_debtors(clause, names)}{_to(clause, names)}承诺不得{what}。"


def _again(recurring: Recurring) -> str:
    end = f"至{day(recurring.until)}止" if recurring.until else f"至{recurring.until_event}止"
    month = recurring.since.month
    each = {
        "week": f"每周{_WEEKDAYS[(recurring.day - 1) % 7]}",
        "month": f"每月{recurring.day}日前",
        "year": f"每年{month}月{recurring.day}日前",
    }[recurring.every]
    return f"自{day(recurring.since)}起{end}，{each}"
