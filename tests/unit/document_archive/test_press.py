import subprocess
import sys
from ast import literal_eval
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from eventlet import patcher
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.document_archive.drivers.glyphs import printable
from services.document_archive.drivers.inspect import Findings, inspect
from services.document_archive.drivers.press import FormIncomplete, press
from services.document_archive.forms.catalogue import UnknownForm, forms
from tests.unit.document_archive.papers import FORMS, NUMBER, paper, person
from tests.unit.document_archive.reading import characters, pages, sizes, squeezed, text

PRINTED = sorted(code for code, form in forms().items() if form.printed)
MARK = "甲乙丙丁"
A4 = (595, 842)
INSIDE = (79, 27, 529, 842 - 20)  # left margin, foot, right margin, head: points


def leaves(data, path=()):
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for value in data:
            yield from leaves(value, path)
    elif data != "":
        yield path, str(data)


def seen(path, value):
    """How a leaf of the data must read on paper: codes and dates are written out in Chinese."""
    if path[-1] in {"kind", "role", "source", "result", "electronic"}:
        return ""
    if path[0] in {"date", "period"} or path[-1].endswith(("_on", "_at")):
        day = date.fromisoformat(value[:10])
        return f"{day.year}年{day.month}月{day.day}日"
    return squeezed(value)


def test_every_printed_form_has_data_to_try():
    assert sorted(FORMS) == PRINTED


@pytest.mark.parametrize("form", PRINTED)
def test_press_makes_an_archival_a4_sheet(form):
    sheet = press(form, paper(form))
    assert inspect(sheet.pdf) == Findings(
        pages=sheet.pages,
        pdfa="2B",
        has_output_intent=True,
        unembedded_fonts=(),
        syntax_problems=(),
    )
    assert sizes(sheet.pdf) == {A4}
    assert (sheet.form, sheet.version) == (form, forms()[form].version)


@pytest.mark.parametrize("form", PRINTED)
def test_press_prints_everything_that_was_put_in(form):
    data = paper(form)
    on_paper = text(press(form, data).pdf)
    lost = [path for path, value in leaves(data) if seen(path, value) not in on_paper]
    if form == "contents":
        lost.remove(("date",))  # dates the file, not the list
    assert lost == []


@pytest.mark.parametrize("form", PRINTED)
def test_press_names_each_missing_field(form):
    needed = [(name, label) for name, label in forms()[form].fields.items() if "[]" not in name]
    with pytest.raises(FormIncomplete) as refused:
        press(form, {})
    assert (refused.value.form, refused.value.fields) == (form, needed)


def test_press_names_the_party_without_a_name():
    with pytest.raises(FormIncomplete) as refused:
        press("agreement", paper("agreement", parties=[person(), person("  ")], clauses=["", " "]))
    assert refused.value.fields == [
        ("parties[1].name", "当事人姓名或名称"),
        ("clauses", "协议内容"),
    ]


@pytest.mark.parametrize("form", ["no_such_form", "identity", "../press", "paper"])
def test_press_refuses_what_is_not_a_form_of_ours(form):
    with pytest.raises(UnknownForm):
        press(form, {})


@pytest.mark.parametrize("form", PRINTED)
def test_press_leaves_room_where_an_optional_value_is_absent(form):
    tops = {name.split(".")[0].removesuffix("[]") for name in forms()[form].fields}
    bare = {key: value for key, value in paper(form).items() if key in tops}
    on_paper = text(press(form, bare).pdf)
    assert [word for word in ("none", "None", "null", "(:)") if word in on_paper] == []


@pytest.mark.parametrize("form", PRINTED)
def test_press_gives_the_same_bytes_for_the_same_data(form):
    assert press(form, paper(form)).pdf == press(form, paper(form)).pdf


@pytest.mark.parametrize(
    ("written", "kept"),
    [("2026-11-23", "20261123"), ("2026-11-23T09:30", "20261123"), ("十一月", "20261101")],
)
def test_press_dates_the_file_as_the_paper(written, kept):
    sheet = press("explanation", paper("explanation", date=written))
    with pikepdf.open(BytesIO(sheet.pdf)) as book:
        assert str(book.docinfo.CreationDate) == f"D:{kept}000000Z"


def test_press_from_many_threads_at_once():
    threading = patcher.original("threading")
    made = {}

    def work(name):
        made[name] = [press("explanation", paper("explanation", text=name)).pdf for _ in range(20)]

    threads = [threading.Thread(target=work, args=(name,)) for name in "甲乙丙丁"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    alone = {name: press("explanation", paper("explanation", text=name)).pdf for name in "甲乙丙丁"}
    assert made == {name: [pdf] * 20 for name, pdf in alone.items()}


def test_stamp_marks_every_page_and_only_when_asked():
    data = paper("agreement")
    marked = pages(press("agreement", data, stamp="演示").pdf)
    assert [page.count("【演示】") for page in marked] == [1, 1]
    assert [page.count("演示") for page in marked] == [2, 2]  # and across the page
    assert [page.count("演示") for page in pages(press("agreement", data).pdf)] == [0, 0]


def test_continued_pages_say_what_they_continue():
    first, *rest = pages(press("record", paper("record", body="调解" * 3000)).pdf)
    head = squeezed(f"人民调解记录（续页）{NUMBER}")
    assert not first.startswith(head)
    assert [page.startswith(head) for page in rest] == [True] * len(rest)
    assert len(rest) > 3


@pytest.mark.parametrize(
    "long",
    ["槐树协议，" * 2000, "q" * 10_000, "！" * 3_000, "—" * 2_000, " ".join(["x" * 30] * 700)],
    ids=["han", "link", "marks", "dashes", "words"],
)
@pytest.mark.parametrize(("form", "field"), [("application", "facts"), ("record", "body")])
def test_press_keeps_long_text_whole_and_on_the_page(form, field, long):
    pdf = press(form, paper(form, **{field: long})).pdf
    left, bottom, right, top = INSIDE
    astray = [
        (page, char)
        for page, char, box in characters(pdf)
        if box[0] < left or box[1] < bottom or box[2] > right or box[3] > top
    ]
    assert astray == []
    assert text(pdf).count(squeezed(long[0])) == long.count(long[0])


def test_each_line_of_a_long_text_begins_a_paragraph():
    said = "\n".join(f"槐{number}" for number in range(5))
    pdf = press("record", paper("record", body=said)).pdf
    indents = {round(box[0] - 28 / 25.4 * 72) for _, char, box in characters(pdf) if char == "槐"}
    assert indents == {24}  # two characters of 12 points


@pytest.mark.parametrize("name", ["欧" * 60, "a" * 300, "买买提·" * 20], ids=len)
def test_press_keeps_long_names_on_the_page(name):
    pdf = press("agreement", paper("agreement", parties=[person(name), person("李某")])).pdf
    left, _, right, _ = INSIDE
    assert [c for _, c, box in characters(pdf) if box[0] < left or box[2] > right] == []
    assert text(pdf).count(squeezed(name)) == 2


def explanation(said):
    return text(press("explanation", paper("explanation", text=said)).pdf)


PAGE = explanation(MARK)


@settings(deadline=None, max_examples=150)
@given(st.text(min_size=1, max_size=80).filter(lambda said: printable(said).strip()))
@example("𬳶䶮㛃㻆")
@example("😀👨‍👩‍👧 한글 \x00\x01\t")
@example('#panic("x") ]#[ $x$ *a* _b_ `c` <l> @r \\ // /* */ "引" --- ~ #sys.inputs')
@example("\u202e00.000,21\u202c\u2066甲\u2069")
@example("\r\n甲\r乙\u2028丙\n\n\n丁")
def test_press_prints_any_text_as_text(said):
    assert explanation(said) == PAGE.replace(MARK, squeezed(printable(said)))


def test_press_prints_geta_for_a_character_without_glyph():
    assert explanation("张😀三") == PAGE.replace(MARK, "张〓三")
    lone = "\ud83d"  # half of an emoji, as broken clients send it
    assert explanation("张" + lone) == PAGE.replace(MARK, "张〓")


@pytest.mark.parametrize(("told", "said"), [(None, 1), (True, 1), (False, 0)])
def test_record_does_not_say_that_a_notice_was_given_when_it_was_not(told, said):
    assert text(press("record", paper("record", told=told)).pdf).count("权利义务告知") == said


def test_heavy_libraries_load_on_first_use_only():
    ask = "import sys, services.document_archive.drivers.binder; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert {"typst", "pikepdf", "pylopdf_fonts_zh_cn"} & set(literal_eval(loaded.stdout)) == set()
