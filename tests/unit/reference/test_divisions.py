from collections import Counter
from datetime import date

from shared.reference.divisions import Division, parse, seed

LIST_CLOSED = date(2023, 6, 30)
DIGITS = {"province": 2, "prefecture": 4, "county": 6, "township": 9, "village": 12}
ABOVE = {
    "province": None,
    "prefecture": "province",
    "county": "prefecture",
    "township": "county",
    "village": "township",
}


def listed(code, name, level, parent):
    return Division(code, name, level, parent, LIST_CLOSED, None, None)


def test_seed_begins_with_what_stands_above_the_two_counties():
    assert list(seed())[:5] == [
        listed("220000000000", "吉林省", "province", None),
        listed("220100000000", "长春市", "prefecture", "220000000000"),
        listed("222400000000", "延边朝鲜族自治州", "prefecture", "220000000000"),
        listed("220122000000", "农安县", "county", "220100000000"),
        listed("222401000000", "延吉市", "county", "222400000000"),
    ]


def test_seed_has_all_townships_and_villages_of_the_list():
    counted = Counter((division.code[:6], division.level) for division in seed())
    assert counted == {
        ("220000", "province"): 1,
        ("220100", "prefecture"): 1,
        ("222400", "prefecture"): 1,
        ("220122", "county"): 1,
        ("222401", "county"): 1,
        ("220122", "township"): 26,
        ("222401", "township"): 14,
        ("220122", "village"): 384,
        ("222401", "village"): 148,
    }


def test_codes_are_unique_and_filled_up_with_zeros_to_twelve_digits():
    divisions = list(seed())
    assert len({division.code for division in divisions}) == len(divisions) == 577
    for division in divisions:
        assert division.code.isdigit()
        assert len(division.code) == 12
        assert division.code[DIGITS[division.level] :] == "0" * (12 - DIGITS[division.level])


def test_each_division_follows_its_parent_one_level_above():
    levels = {None: None}
    for division in seed():
        assert levels[division.parent] == ABOVE[division.level]
        if division.parent:
            shared_digits = DIGITS[ABOVE[division.level]]
            assert division.code[:shared_digits] == division.parent[:shared_digits]
        levels[division.code] = division.level


def test_rows_carry_the_day_of_the_list():
    known = {(d.valid_from, d.valid_to, d.replaced_by) for d in seed()}
    assert known == {(LIST_CLOSED, None, None)}


def test_names_of_a_street_and_a_village():
    names = {division.code: division.name for division in seed()}
    assert (names["222401003000"], names["222401105000"]) == ("新兴街道", "朝阳川镇")
    assert names["220122001202"] == "西关村委会"


def test_parse_reads_the_end_of_a_division():
    text = (
        "code,name,level,parent,valid_from,valid_to,replaced_by\n"
        "220381000000,公主岭市,county,220300000000,2023-01-01,2023-12-31,220184000000\n"
    )
    assert list(parse(text)) == [
        Division(
            code="220381000000",
            name="公主岭市",
            level="county",
            parent="220300000000",
            valid_from=date(2023, 1, 1),
            valid_to=date(2023, 12, 31),
            replaced_by="220184000000",
        )
    ]
