"""What tests of the registry fill in: a committee, its members, a mediator."""

from shared.testing.people import BUREAU, COUNTY, principal

REG = "registry"
SHILIBU, NONGANZHEN, CHANGCHUN = "220122100207", "220122100000", "220100000000"
PROVINCE, YANBIAN, YANJI, DANYAN = "220000000000", "222400000000", "222401000000", "222401002001"
YANJI_BUREAU = principal("bureau", "b-02", YANJI)
TERM = {"since": "2024-03-01", "until": "2027-02-28"}
__all__ = ["BUREAU", "COUNTY"]


def member(name="张某", sex="1", role="member", **changes):
    kept = {"name": name, "sex": sex, "role": role, "minority": False, "appointment": "elected"}
    return {**kept, **TERM, **changes}


MEMBERS = [member(role="director"), member("李某", "2"), member("王某")]


def committee(suite, who=BUREAU, /, **changes):
    given = {"name": "农安镇十里堡村人民调解委员会", "short": "十里堡", "host_type": "village"}
    given |= {"division": SHILIBU, "since": "2024-03-01", "members": MEMBERS, **changes}
    return suite.ask(REG, "register_committee", who, **given)


def mediator(suite, committee_id, who=BUREAU, /, **changes):
    given = {"committee": committee_id, "name": "张某", "kind": "part_time", "since": "2024-03-01"}
    given |= {"appointment": "elected", **changes}
    return suite.ask(REG, "register_mediator", who, **given)


def certify(suite, mediator_id, act="issue", who=BUREAU, /, **changes):
    days = {"number": f"吉{mediator_id[:40]}", "since": "2026-01-01", "until": "2026-12-31"}
    given = {**(days if act == "issue" else {}), **changes}
    return suite.ask(REG, "certify_mediator", who, mediator=mediator_id, act=act, **given)


def checked(suite, mediator_id, on="2026-03-02"):
    return suite.ask(REG, "check_mediator", BUREAU, mediator=mediator_id, on=on)


def entries(suite, subject):
    """(event, data) of one subject, oldest first."""
    found = [entry for entry in suite.entries(REG) if entry["subject"] == subject]
    return [(entry["type"].split(".")[1], entry["data"]) for entry in found]
