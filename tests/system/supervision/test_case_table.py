"""The Ministry's case table, from what its sources tell, through the real bus and ledger."""

from shared.testing.people import OTHER_COUNTY

AT = "2026-03-05T10:00:00+08:00"


def visit(bureau, plan, at, event="visit_recorded"):
    return ("screening", event, plan, {"division": bureau.village, "happened_at": at})


def finding(bureau, id_, outcome):
    told = {"division": bureau.village, "outcome": outcome, "happened_at": AT}
    return ("screening", "finding_ended", id_, told)


def of_mediation(event, case, **told):
    return ("mediation_session", event, case, told)


def confirmation(case, how):
    return ("judicial_confirmation", "confirmation_ended", case, {"how": how, "happened_at": AT})


def test_one_case_from_acceptance_to_confirmation(bureau):
    bureau.say(
        bureau.accepted(
            "k-1", source="referral", sender="court", category="medical", level="major"
        ),
        bureau.effective("k-1"),
        bureau.ended("k-1", prevented=[{"kind": "suicide", "people": 3}]),
        of_mediation("performance_recorded", "k-1", state="performed", complete=True),
        confirmation("k-1", "confirmed"),
        ("document_archive", "volume_archived", "k-1", {"happened_at": AT}),
    )
    assert bureau.totals() == {
        "total": 1,
        "people": 2,
        "agreed": 1,
        "difficult": 1,
        "amount": 120_050,
        "host_village": 1,
        "source_referral": 1,
        "referral_court": 1,
        "category_medical": 1,
        "form_written": 1,
        "suicide_cases": 1,
        "suicide_people": 3,
        "performed": 1,
        "confirmed": 1,
    }


def test_case_without_agreement_counts_without_success(bureau):
    bureau.say(bureau.accepted("k-1"), bureau.ended("k-1", how="no_agreement"))
    assert bureau.totals() == {
        "total": 1,
        "people": 2,
        "host_village": 1,
        "source_application": 1,
        "category_neighbour": 1,
    }


def test_screening_counts_a_plan_once_a_day_and_zero_reports(bureau):
    bureau.say(
        visit(bureau, "p-1", "2026-03-02T09:00:00+08:00"),
        visit(bureau, "p-1", "2026-03-02T15:00:00+08:00"),
        visit(bureau, "p-1", "2026-03-03T09:00:00+08:00"),
        visit(bureau, "p-2", "2026-03-03T09:00:00+08:00", "zero_reported"),
        finding(bureau, "f-1", "settled_on_the_spot"),
        finding(bureau, "f-2", "unfounded"),
    )
    assert bureau.totals() == {"screenings": 3, "prevented_disputes": 1}


def test_case_counts_on_the_day_of_the_law_not_of_recording(bureau):
    bureau.say(bureau.accepted("k-1", accepted_at="2026-01-31T23:59:00+08:00"))
    bureau.say(bureau.accepted("k-2", accepted_at="2026-02-01T00:00:00+08:00"))
    bureau.say(bureau.accepted("k-3", accepted_at="2026-01-31T16:00:00+00:00"))
    january = {"since": "2026-01-01", "until": "2026-01-31"}
    february = {"since": "2026-02-01", "until": "2026-02-28"}
    assert bureau.totals(**january)["total"] == 1
    assert bureau.totals(**february)["total"] == 2


def test_acceptance_by_mistake_counts_nowhere(bureau):
    cancelled = ("intake", "number_cancelled", "k-1", {"number": "1"})
    bureau.say(bureau.accepted("k-1"), cancelled, bureau.accepted("k-2"))
    assert bureau.totals()["total"] == 1


def test_triage_after_acceptance_moves_the_case(bureau):
    triaged = {"category": "housing", "level": "difficult", "sector": None}
    bureau.say(bureau.accepted("k-1"), ("intake", "case_triaged", "k-1", triaged))
    assert bureau.totals()["category_housing"] == 1
    assert bureau.totals()["difficult"] == 1


def test_replaced_agreement_counts_once_with_its_new_amount(bureau):
    performed = of_mediation("performance_recorded", "k-1", state="performed", complete=True)
    bureau.say(bureau.accepted("k-1"), bureau.effective("k-1"), bureau.ended("k-1"), performed)
    bureau.say(bureau.effective("k-1", amount_fen=100))
    found = bureau.totals()
    assert (found["amount"], found["form_written"], found.get("performed")) == (100, 1, None)


def test_performance_after_urging_and_suit(bureau):
    bureau.say(bureau.accepted("k-1"), bureau.effective("k-1"), bureau.accepted("k-2"))
    state = {"state": "performed_after_urging", "complete": False}
    bureau.say(of_mediation("performance_recorded", "k-1", **state))
    assert "performed" not in bureau.totals()
    bureau.say(of_mediation("follow_up_held", "k-1", performed=True))
    sued = of_mediation("performance_recorded", "k-2", state="sued", complete=False)
    bureau.say(sued)
    found = bureau.totals()
    assert (found["performed"], found["performed_after_urging"], found["sued"]) == (1, 1, 1)


def test_confirmation_that_lapsed_does_not_count(bureau):
    bureau.say(bureau.accepted("k-1"), confirmation("k-1", "lapsed"))
    assert "confirmed" not in bureau.totals()


def test_confirmation_stays_when_a_later_one_lapses(bureau):
    bureau.say(
        bureau.accepted("k-1"), confirmation("k-1", "confirmed"), confirmation("k-1", "lapsed")
    )
    assert bureau.totals()["confirmed"] == 1


def test_rows_by_division_are_those_one_level_below_with_names(bureau):
    bureau.say(
        bureau.accepted("k-1"),
        bureau.accepted("k-2", division=bureau.township),
        bureau.accepted("k-3", division=bureau.county),
        bureau.accepted("k-4", division=OTHER_COUNTY),
        visit(bureau, "p-1", AT),
    )
    shown = bureau.table(by="division")
    rows = [(r["key"], r["name"], bureau.figures(shown, r["cells"])) for r in shown["rows"]]
    found = [(key, name, figures["total"]) for key, name, figures in rows]
    assert found == [(bureau.county, "本级", 1), (bureau.township, f"镇{bureau.township}", 2)]
    assert bureau.figures(shown, shown["totals"])["total"] == 3
    assert [figures.get("screenings") for _, _, figures in rows] == [None, 1]


def committee(bureau, id_, event="committee_registered", on="2026-02-01"):
    told = {"division": bureau.village, "happened_at": f"{on}T08:00:00+08:00"}
    return ("registry", event, id_, told)


def test_rows_by_committee_have_those_without_a_case_and_no_screenings(bureau):
    bureau.say(*(committee(bureau, id_) for id_ in ("c-1", "c-2", "c-3")))
    bureau.say(committee(bureau, "c-3", "committee_dissolved", "2025-12-31"))
    bureau.say(committee(bureau, "c-4", on="2027-01-01"))
    bureau.say(bureau.accepted("k-1", committee=bureau.id("c-1")))
    shown = bureau.table(by="committee")
    rows = [
        (r["key"], r["name"], bureau.figures(shown, r["cells"]).get("total")) for r in shown["rows"]
    ]
    assert rows == [(bureau.id("c-1"), "某村人民调解委员会", 1), (bureau.id("c-2"), None, None)]
    at = [c["code"] for c in shown["columns"]].index("screenings")
    assert [row["cells"][at] for row in shown["rows"]] == [None, None]
    assert shown["totals"][at] == 0


def test_columns_without_a_source_are_empty_and_say_why(bureau):
    bureau.say(bureau.accepted("k-1"))
    shown = bureau.table()
    cells = zip(shown["columns"], shown["totals"], strict=True)
    empty = [(c["code"], bool(c["empty_because"])) for c, cell in cells if cell is None]
    assert empty == [
        ("judgment_upheld", True),
        ("judgment_changed", True),
        ("judgment_revoked", True),
        ("judgment_void", True),
        ("payment_order", True),
    ]


def test_checks_say_which_sum_is_wrong(bureau):
    bureau.say(bureau.accepted("k-1"), bureau.accepted("k-2", category="gossip", people_count=None))
    failed = {c["code"]: c["why_zh"] for c in bureau.table()["checks"] if not c["ok"]}
    assert failed == {
        "categories": "各纠纷类别之和等于调解案件总数：现为 1 与 2",
        "people": "涉及当事人数不少于调解案件总数的两倍：现为 2 与 4",
    }


def test_growth_over_half_asks_for_an_explanation(bureau):
    bureau.say(
        *(bureau.accepted(f"a-{n}", accepted_at="2025-06-01T08:00:00+08:00") for n in (1, 2))
    )
    bureau.say(*(bureau.accepted(f"b-{n}") for n in (1, 2, 3)))
    assert [c["code"] for c in bureau.table()["checks"] if not c["ok"]] == []
    bureau.say(bureau.accepted("b-4"))
    assert [c["code"] for c in bureau.table()["checks"] if not c["ok"]] == ["growth"]
