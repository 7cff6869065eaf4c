"""Divisions through the bus: imported once, read as of a day."""

from shared.testing.people import ADMINISTRATOR, GRID_WORKER
from tests.system.registry.forms import PROVINCE, REG, SHILIBU

ROW = {
    "code": "220182000000", "name": "榆树市", "level": "county", "parent": "220100000000",
    "valid_from": "2023-06-30",
}  # fmt: skip


def test_the_seed_comes_in_once(suite):
    again = suite.ask(REG, "import_divisions", ADMINISTRATOR, source="seed")
    assert (again["count"], again["changed"], again["version"]) == (577, 0, 1)
    assert suite.events(REG).count("divisions_imported") == 1


def test_a_division_says_its_full_name_and_its_days(suite):
    shown = suite.ask(REG, "get_division", GRID_WORKER, division=SHILIBU)
    assert shown == {
        "division": SHILIBU,
        "name": "十里堡村委会",
        "full_name": "吉林省长春市农安县农安镇十里堡村委会",
        "level": "village",
        "parent": "220122100000",
        "valid_from": "2023-06-30",
        "valid_to": None,
        "replaced_by": None,
    }


def test_what_lies_under_a_division(suite):
    def names(**query):
        found = suite.ask(REG, "list_divisions", GRID_WORKER, **query)
        return [row["name"] for row in found["divisions"]]

    assert names() == ["吉林省"]
    assert names(parent=PROVINCE) == ["长春市", "延边朝鲜族自治州"]
    assert len(names(parent="220122000000")) == 26


def test_an_import_of_rows_changes_only_what_differs(suite):
    done = [
        suite.ask(REG, "import_divisions", ADMINISTRATOR, rows=rows)
        for rows in ([ROW], [ROW], [{**ROW, "valid_to": "2026-03-31"}])
    ]
    assert [d["changed"] for d in done] == [1, 0, 1]
    ended = suite.ask(REG, "get_division", GRID_WORKER, division=ROW["code"], on="2027-01-01")
    assert ended["valid_to"] == "2026-03-31"
    on = {"parent": "220100000000", "on": "2026-04-01"}
    under = suite.ask(REG, "list_divisions", GRID_WORKER, **on)["divisions"]
    assert [row["division"] for row in under] == ["220122000000"]


def test_refusals_of_an_import(suite):
    def code(**given):
        return suite.refusal(REG, "import_divisions", ADMINISTRATOR, **given).code

    orphan = {**ROW, "code": "230182000000", "parent": "230100000000"}
    assert code() == code(source="seed", rows=[ROW]) == "rows_or_seed"
    assert code(rows=[orphan]) == "division_malformed"
    assert code(rows=[{**ROW, "name": "榆树"}], version=1) == "version_stale"
    assert suite.refusal(REG, "get_division", GRID_WORKER, division="110000000000").code == (
        "not_found"
    )
    assert suite.refusal(REG, "import_divisions", GRID_WORKER, source="seed").code == "not_allowed"
