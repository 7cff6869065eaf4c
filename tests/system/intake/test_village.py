"""With the real registry, archive and screening: a grid worker's finding becomes a numbered case
(walks.md case 1, steps 1–3) and its end goes back to the finding.
"""

import pytest

from services.document_archive.service import DocumentArchive
from services.intake.procedures import following
from services.intake.service import Intake
from services.registry.service import Registry
from services.screening.service import Screening
from shared.ledger.cursors import Heard
from shared.testing.people import (
    ADMINISTRATOR,
    BUREAU,
    CLERK,
    GRID_WORKER,
    MEDIATOR,
    TOWNSHIP,
    VILLAGE,
    identity_number,
)
from shared.testing.running import running
from tests.system.intake.acts import DIRECTOR, Desk
from tests.system.intake.neighbours import SETTINGS, Sessions
from tests.system.registry.forms import certify, committee, mediator

NUMBER = identity_number(serial=7)


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    services = [Registry, DocumentArchive, Screening, Intake, Sessions]
    with running(tmp_path_factory.mktemp("village"), services) as suite:
        furnish(suite)
        yield Desk(suite)


def furnish(suite):
    """Divisions, a profile, the township's committee, a certified mediator."""
    suite.ask("registry", "import_divisions", ADMINISTRATOR, source="seed")
    profile = {"division": "220000000000", "since": "2026-01-01", "settings": SETTINGS}
    suite.ask("registry", "publish_profile", ADMINISTRATOR, **profile)
    place = {"committee": "c-01", "name": "农安县农安镇人民调解委员会", "short": "农安镇"}
    committee(suite, BUREAU, host_type="township", division=TOWNSHIP, **place)
    mediator(suite, "c-01", BUREAU, mediator="m-01", name="赵某", identity_number=NUMBER)
    certify(suite, "m-01", happened_at="2026-01-01T09:00:00+08:00")


def handed_over(village, to=VILLAGE):
    told = {"division": VILLAGE, "place": "三组", "text": "两家为漏水吵架，要赔三千元。"}
    told["sides"] = [{"label": "楼下张某"}, {"label": "楼上李某"}]
    finding = village.suite.ask("screening", "report_finding", GRID_WORKER, **told)["finding"]
    graded = {"finding": finding, "facts": [], "people_count": 4}
    village.suite.ask("screening", "grade_finding", GRID_WORKER, **graded)
    village.suite.ask(
        "screening", "hand_over_finding", GRID_WORKER, finding=finding, to_division=to
    )
    village.suite.settle()
    return finding


def case_of(village, finding):
    shown = village.suite.ask("screening", "get_finding", GRID_WORKER, finding=finding)
    return shown["case"]


def test_a_finding_handed_over_becomes_a_case_once(village):
    finding = handed_over(village)
    case = case_of(village, finding)
    shown = village.shown(case)
    assert (shown["origin"], shown["source"], shown["place"], shown["people_count"]) == (
        {"kind": "finding", "id": finding},
        "initiative",
        "三组",
        4,
    )
    assert [(p["role"], p["label"]) for p in shown["parties"]] == [
        ("applicant", "楼下张某"),
        ("respondent", "楼上李某"),
    ]
    told = [e for e in village.suite.entries("intake") if e["type"].startswith("intake.case_reg")]
    assert [e["data"]["origin"]["id"] for e in told].count(finding) == 1


def test_what_is_handed_over_to_another_site_is_left_to_it(village):
    finding = handed_over(village, to="310115001000")
    assert case_of(village, finding) is None


def test_the_case_is_accepted_mediated_and_ends_the_finding(village):
    finding = handed_over(village)
    case = case_of(village, finding)
    village.agree(case)
    village.do("triage_case", case, MEDIATOR, category="neighbour", reason="邻里漏水")
    done = village.do("accept_case", case, MEDIATOR)
    village.do("assign_mediator", case, DIRECTOR, mediator="m-01", how="appointed")
    village.tell("mediation_ended", case, how="agreed", form="written")
    shown = village.suite.ask("screening", "get_finding", GRID_WORKER, finding=finding)
    assert done["number"].startswith("（2026）农安镇人调字第")
    assert (village.shown(case)["state"], shown["state"], shown["outcome"]) == (
        "ended",
        "ended",
        "agreed",
    )


def test_the_register_form_is_printed_and_filed(village):
    case = village.accepted(source="initiative", way=None, who=MEDIATOR)
    village.suite.settle()
    filed = village.suite.ask("document_archive", "list_documents", CLERK, subject=case)[
        "documents"
    ]
    assert [paper["form"] for paper in filed] == ["register"]


def test_the_mediator_who_is_a_party_is_refused(village):
    sides = [{"role": "applicant", "label": "赵某", "identity_number": NUMBER}]
    sides.append({"role": "respondent", "label": "李某"})
    case = village.accepted(parties=sides)
    no = village.refused("assign_mediator", case, DIRECTOR, mediator="m-01", how="chosen")
    assert no.code == "conflict_of_interest"


def test_a_finding_heard_twice_is_registered_once(village):
    finding = handed_over(village)
    case = case_of(village, finding)
    keeper = village.suite.suite.keeper(village.suite.suite.containers["intake"])
    context = keeper.desk.own_context("twice")
    told = {"to_division": VILLAGE, "happened_at": "2026-03-02T09:00:00+08:00"}
    about = {"type": "screening.finding_handed_over.v1", "subject": finding, "data": told}
    heard = Heard("screening", 1, time="", actor="grid_worker:g-01", correlation="", id="", **about)
    facts = following.ask_finding(context, heard)
    with keeper.desk.ledger.transaction(context.stamp) as tx:
        following.register_finding(context, tx, heard, facts)
    cases = village.suite.ask("intake", "list_cases", CLERK, limit=500)["cases"]
    origins = [village.shown(row["case"])["origin"]["id"] for row in cases]
    assert (origins.count(finding), case_of(village, finding)) == (1, case)
