"""Files as they really come: other signs, other separators, no table at all, too much of it."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.inspector import Page
from tests.takeover.desk import PEOPLE, problems, refused, send, uploaded, workbook

HEADINGS = ["Voornaam", "Naam", "Geboortedatum", "Maatschappelijk werker"]
ZOE = "Voornaam;Naam;Geboortedatum;Maatschappelijk werker\nZoé;Ünal;1/2/1990;An Aerts\n"


def first_row(client, content) -> str:
    page = client.page(uploaded(client, "clients", content))
    return page.text(page.by_id("first-rows"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_signs_are_read_as_they_were_written(sign_in, encoding):
    assert "ZoéÜnal01/02/1990" in first_row(sign_in("hilde"), ZOE.encode(encoding))


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_separator_is_found(sign_in, separator, end):
    text = ZOE.replace(";", separator).replace("\n", end)
    assert "ZoéÜnal01/02/1990" in first_row(sign_in("hilde"), text)


def test_excels_own_line_about_the_separator_is_understood(sign_in):
    assert "ZoéÜnal" in first_row(sign_in("hilde"), "sep=;\n" + ZOE)


def test_a_cell_may_hold_the_separator_and_a_line_break_in_quotation_marks(sign_in):
    text = ZOE.replace("Ünal", '"Ünal; van\nGenk"')
    assert "Ünal; van Genk" in first_row(sign_in("hilde"), text)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leeg"),
        (b"\n\n;;;\n", "leeg"),
        (b"Voornaam;Naam\n", "geen rij onder de titels"),
        (b"%PDF-1.7 ...", "geen rekenblad"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oud Excelbestand"),
        (b"PK\x03\x04 no zip", "niet te lezen"),
        (b"a;b\n\x00\x01;2\n", "geen rekenblad"),
        (b"a;b\n\x81\x8d;2\n", "tekens"),
        (b'a;b\n"open;2\n', "aanhalingsteken"),
        (b"a;b\n" + b"1;2\n" * 20_001, "meer dan 20000 rijen"),
        (b"a;b\n" + b"1;2\n" * 50_000, "meer dan 20000 rijen"),
        (b";".join(b"k%d" % at for at in range(101)) + b"\n1\n", "100 kolommen"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(sign_in, content, words):
    assert words in refused(sign_in("hilde"), "clients", content)


def test_a_small_file_that_unpacks_to_gigabytes_is_refused(sign_in):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (101 * 1024 * 1024))
    assert "te groot" in refused(sign_in("hilde"), "clients", held.getvalue())


def test_a_formula_without_a_result_is_an_error_of_its_cell(sign_in):
    content = workbook(HEADINGS, ["Lies", '="Smets"', "1/1/1990", "An Aerts"])
    found = problems(sign_in("hilde"), "clients", content)
    assert [(row, column) for row, column, _words in found] == [("2", "Naam")]
    assert "formule" in found[0][2]


def test_a_formula_in_a_text_file_is_plain_text(app, sign_in):
    text = ZOE.replace("Ünal", "=HYPERLINK(A1)")
    assert "=HYPERLINK(A1)" in first_row(sign_in("hilde"), text)


def test_a_column_that_is_not_there_is_asked_for(sign_in):
    hilde = sign_in("hilde")
    page = hilde.page(uploaded(hilde, "clients", "Voornaam|Naam\nLies|Smets\n"))
    assert "Geboortedatum" in page.text(page.by_id("missing"))
    assert page.by_id("store") is None


def test_a_file_of_ten_megabytes_comes_in_and_one_of_thirty_does_not(sign_in):
    hilde = sign_in("hilde")
    rows = "".join(f"Lies{n};Smets;1/1/1990;An Aerts;{'x' * 600}\n" for n in range(15_000))
    large = "Voornaam;Naam;Geboortedatum;Maatschappelijk werker;Nota\n" + rows
    assert 9_000_000 < len(large) < 20_000_000
    assert send(hilde, "clients", large).status_code == 303
    assert send(hilde, "clients", "x" * 30_000_000).status_code == 413


def test_a_form_without_a_file_stays_small(sign_in):
    answer = sign_in("hilde").post("/settings", data={"x": "y" * 3_000_000})
    assert answer.status_code in {404, 413}


def test_no_file_at_all_is_asked_for(sign_in):
    answer = sign_in("hilde").send("/takeover/new", {"kind": "clients"})
    assert answer.status_code == 422
    assert "Kies een bestand" in Page(answer).text()


def test_what_was_typed_in_a_cell_is_shown_as_text(sign_in):
    found = problems(sign_in("hilde"), "clients", PEOPLE + "D-7;<b>;1;x;;<i>;;;\n")
    assert any("“<i>” staat niet in de lijst" in words for _row, _column, words in found)
