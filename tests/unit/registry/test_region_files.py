"""The shipped profiles: they fit the contract, say what they do not know, name existing forms."""

from pathlib import Path

import pytest
import yaml

from services.registry.rules.profiles import check_merged, check_unknown, overlay, unknown
from shared.contracts.registry.settings import Settings
from shared.contracts.screening.codes import FACTS

ROOT = Path(__file__).parents[3]
JILIN = ROOT / "deploy/regions/jilin"
PAPERS = ROOT / "services/document_archive/forms/forms.yaml"


def settings_of(name):
    return Settings().load(yaml.safe_load((JILIN / name).read_text("utf-8")))


@pytest.mark.parametrize("name", ["profile.yaml", "yanbian.yaml"])
def test_a_region_file_fits_the_contract(name):
    assert settings_of(name) == yaml.safe_load((JILIN / name).read_text("utf-8"))


def test_jilin_says_exactly_what_it_does_not_know():
    settings = settings_of("profile.yaml")
    assert settings["unknown"] == unknown(check_unknown(settings))
    check_merged(settings)


def test_every_fact_but_none_twice_leads_to_a_level():
    levels = settings_of("profile.yaml")["levels"]
    assert sorted(levels["major"]["facts"] + levels["difficult"]["facts"]) == sorted(FACTS)


def test_the_volume_is_in_the_order_of_the_forms():
    papers = yaml.safe_load(PAPERS.read_text("utf-8"))["forms"]
    bound = sorted((form["order"], code) for code, form in papers.items() if "order" in form)
    assert settings_of("profile.yaml")["volume"]["order"] == [code for _, code in bound]


def test_yanbian_differs_in_people_and_languages():
    both = overlay(settings_of("profile.yaml"), settings_of("yanbian.yaml"))
    assert (both["committees"], both["languages"]) == ({"multi_ethnic": True}, ["zh", "ko"])
