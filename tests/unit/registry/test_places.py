"""Which committee takes a dispute, which court is in charge."""

import pytest

from services.registry.rules.places import choose_committee, court_divisions, is_court_of
from shared.contracts.refused import Refused

VILLAGE, TOWNSHIP, COUNTY = "220122100207", "220122100000", "220122000000"
PREFECTURE, PROVINCE = "220100000000", "220000000000"


def committee(division, id_="c-1", host="village", sector=None, since="2024-03-01"):
    row = {"id": id_, "host_type": host, "division": division, "sector": sector, "since": since}
    return {**row, "name": id_}


OF_VILLAGE = committee(VILLAGE, "c-village")
OF_TOWNSHIP = committee(TOWNSHIP, "c-township", "township")
OF_COUNTY = committee(COUNTY, "c-county", "organisation")
MEDICAL = committee(COUNTY, "c-medical", "organisation", "medical")
PROVINCIAL = committee(PROVINCE, "c-provincial", "organisation", "medical")
FACTORY = committee(VILLAGE, "c-factory", "enterprise")


@pytest.mark.parametrize(
    ("rows", "division", "sector", "chosen"),
    [
        ([OF_TOWNSHIP, OF_VILLAGE, MEDICAL], VILLAGE, None, ("c-village", ["own_village"])),
        ([OF_TOWNSHIP, MEDICAL], VILLAGE, None, ("c-township", ["township_instead"])),
        ([OF_TOWNSHIP, OF_COUNTY], TOWNSHIP, None, ("c-township", ["own_township"])),
        ([OF_COUNTY], VILLAGE, None, ("c-county", ["county_instead"])),
        ([OF_COUNTY], COUNTY, None, ("c-county", ["own_county"])),
        ([committee(PREFECTURE, "c-p", "organisation")], VILLAGE, None,
         ("c-p", ["prefecture_instead"])),
        ([OF_VILLAGE, MEDICAL, PROVINCIAL], VILLAGE, "medical",
         ("c-medical", ["sector_committee"])),
        ([OF_VILLAGE, PROVINCIAL], VILLAGE, "medical", ("c-provincial", ["sector_committee"])),
        ([OF_VILLAGE, MEDICAL], VILLAGE, "traffic",
         ("c-village", ["sector_committee_missing", "own_village"])),
        ([FACTORY, OF_TOWNSHIP], VILLAGE, None, ("c-township", ["township_instead"])),
    ],
)  # fmt: skip
def test_choose_committee(rows, division, sector, chosen):
    row, reasons = choose_committee(rows, division, sector)
    assert (row["id"], reasons) == chosen


def test_of_several_at_one_place_the_statistics_order_then_the_oldest_decides():
    older = committee(VILLAGE, "c-older", since="2020-01-01")
    organisation = committee(VILLAGE, "c-a", "organisation", since="2010-01-01")
    assert choose_committee([OF_VILLAGE, organisation, older], VILLAGE, None)[0] == older


@pytest.mark.parametrize("rows", [[], [MEDICAL], [FACTORY]])
def test_without_a_committee_for_all_disputes_it_is_said(rows):
    with pytest.raises(Refused) as no:
        choose_committee(rows, VILLAGE, None)
    assert no.value.code == "committee_missing"


def test_courts_stand_in_county_and_prefecture():
    assert court_divisions(VILLAGE) == [COUNTY, PREFECTURE]
    assert court_divisions(PREFECTURE) == [PREFECTURE]
    assert [is_court_of("basic", COUNTY), is_court_of("intermediate", COUNTY)] == [True, False]
    assert [is_court_of(kind, PREFECTURE) for kind in ("basic", "intermediate")] == [False, True]
