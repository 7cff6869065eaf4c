import pytest

from services.document_archive.forms.catalogue import (
    FOLDER,
    UnknownForm,
    conditions,
    forms,
    printed_form,
)

# Order of the Ministry (司发通〔2010〕239号) with our inserts, as domain.md §2.2 tells it.
ORDER = [
    "cover",
    "contents",
    "application",
    "register",
    "notice",
    "identity",
    "power_of_attorney",
    "investigation",
    "evidence",
    "record",
    "escalation",
    "agreement",
    "oral_agreement",
    "other_routes_notice",
    "performance_proof",
    "follow_up",
    "confirmation_application",
    "proof_of_mediation",
    "address_confirmation",
    "court_papers",
    "explanation",
    "back_cover",
]
SHARED_TEMPLATES = {"page_marks", "paper", "signatures", "tables", "terms", "words"}


def test_volume_order_is_the_ministrys_with_inserts():
    bound = {code: form.order for code, form in forms().items() if form.order is not None}
    assert sorted(bound, key=bound.__getitem__) == ORDER
    assert len(set(bound.values())) == len(bound)


def test_every_printed_form_has_a_template_and_every_template_a_form():
    printed = {code for code, form in forms().items() if form.printed}
    assert {path.stem for path in FOLDER.glob("*.typ")} == printed | SHARED_TEMPLATES


def test_every_condition_is_told_in_words_and_used():
    assert {form.required_when for form in forms().values()} == set(conditions())


def test_labels_and_names_are_filled_in():
    blank = [
        code
        for code, form in forms().items()
        if not (form.zh and form.en and form.article and form.version)
        or not all(form.fields.values())
        or bool(form.fields) != form.printed
    ]
    assert blank == []


@pytest.mark.parametrize("code", ["evidence", "nothing", ""])
def test_printed_form_refuses_scans_and_unknown_codes(code):
    with pytest.raises(UnknownForm):
        printed_form(code)
