"""The pages for operators name what there is: files, overlays, secrets, services in order."""

import re

import pytest

from tests.unit.deploy.manifests import OVERLAYS, ROOT, objects, pod
from tiaojie.services import ORDER

OURS = ("README", "add-a-service", "county", "province", "upgrade")
PATHS = re.compile(r"(?<![\w/.-])((?:deploy|docs|k8s|tests)/[\w./@-]+)")
LOOP = re.compile(r"for service in ([\w -]+); do")


def text(name):
    return (ROOT / f"docs/operate/{name}.md").read_text("utf-8")


@pytest.mark.parametrize("name", OURS)
def test_every_file_named_is_there(name):
    named = {one.rstrip(".") for one in PATHS.findall(text(name))}
    assert sorted(one for one in named if not (ROOT / one).exists()) == []


def test_the_index_names_every_page_beside_it():
    linked = set(re.findall(r"\]\(([\w-]+\.md)\)", text("README")))
    assert linked >= {f"{name}.md" for name in OURS if name != "README"}
    assert [one for one in linked if not (ROOT / "docs/operate" / one).exists()] == []


def test_services_go_over_from_the_left_of_the_ask_order():
    assert re.findall(r"^\d\. `(\w+)`$", text("upgrade"), re.MULTILINE) == list(ORDER)


@pytest.mark.parametrize("name", OURS)
def test_loops_go_over_all_services_in_order(name):
    for loop in LOOP.findall(text(name)):
        assert loop.replace("-", "_").split() == list(ORDER)


def test_every_overlay_is_told_of():
    assert all(f"**{name}**" in text("province") for name in OVERLAYS)


def test_every_secret_of_the_manifests_is_told_of():
    told = set(re.findall(r"`(tiaojie-[\w<>-]+)`", text("province")))
    assert told == {"tiaojie-<service>", "tiaojie-keys", "tiaojie-operator", "tiaojie-keda"}
    used = set(re.findall(r"tiaojie-[a-z-]+", str([pod(o) for o in objects("province", "Job")])))
    services = {f"tiaojie-{service.replace('_', '-')}" for service in ORDER}
    assert used == services | {"tiaojie-keys", "tiaojie-operator"}
