"""Forms on paper: as it was filed and for a signature, and empty for a visit at home; page and PDF alike."""

from __future__ import annotations

import re

import pytest

from tests.inspector import Page
from tests.requests.steps import filed, said


def pdf_text(browser, address: str) -> bytes:
    response = browser.get(address)
    assert (response.status_code, response.mimetype) == (200, "application/pdf")
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    return response.get_data()


def test_the_form_as_filed_can_be_signed(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world, report="Moeder drinkt.", part_school="5")
    page = an.page(f"/requests/{request_id}/form")
    for words in (
        "Aanvraag 2026-0001", "Noor Peeters", "Lidgeld Chiro, werkjaar", "€ 40,00", "School: € 5,00",
        "An Aerts, Noord", "De cliënt of een ouder: datum en handtekening",
        "De maatschappelijk werker: datum en handtekening",
    ):  # fmt: skip
        assert words in said(page), words
    assert "Moeder drinkt." not in page.html
    written = pdf_text(an, page.link("Als PDF"))
    assert written.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in written
    assert b"pdfuaid" in written


def test_a_correction_is_what_is_printed(sign_in, world):
    an = sign_in("an")
    request_id = filed(an, world)
    path = f"/requests/{request_id}/correct"
    an.post(path, data=an.page(path).form(path) | {"cost": "55,00"})
    page = an.page(f"/requests/{request_id}/form")
    assert "€ 55,00" in said(page)
    assert "Verbeterd op 24 november 2026" in said(page)


def test_an_empty_form_asks_what_the_rule_asks(sign_in):
    an = sign_in("an")
    page = an.page("/filings/empty")
    assert page.h1 == "Aanvraag bij het Cultuurfonds"
    shown = said(page)
    assert "Wie mag dit vragen" in shown
    assert "Bewijsstukken: kruis aan wat u gezien hebt" in shown
    assert "Aan wie betalen we?De aanbiederDe cliënt" in shown
    assert page.html.count('class="blank"') > 12
    pdf_text(an, page.link("Als PDF"))


def test_a_discount_has_a_form_of_its_own(sign_in):
    an = sign_in("an")
    page = an.page("/filings/empty?kind=discount")
    assert page.h1 == "Aanvraag van een korting"
    assert "Aan wie betalen we?" not in said(page)
    assert an.page("/filings/empty?kind=bestaat-niet").h1 == "Aanvraag bij het Cultuurfonds"


def test_from_the_file_it_holds_what_is_known(sign_in, world):
    an = sign_in("an")
    page = an.page(f"/filings/empty?client={world.clients['lena']}")
    shown = said(page)
    assert "Lena Peeters" in shown
    assert "14/03/1988" in shown
    assert "voor Noor Peeters, geboren op 02/05/2017" in shown
    assert re.search(r"client=\d+", page.link("Als PDF"))
    pdf_text(an, page.link("Als PDF"))
    empty = an.page("/filings/empty")
    assert "Peeters" not in said(empty)


@pytest.mark.parametrize("address", ["/filings/empty", "/filings/empty.pdf"])
def test_of_another_team_there_is_no_form(sign_in, world, address):
    assert sign_in("an").get(f"{address}?client={world.clients['karim']}").status_code == 404


def test_what_people_typed_is_text_on_paper(sign_in, world):
    an = sign_in("an")
    typed = '#panic("x") <b>vet</b> $1$ \N{PILE OF POO}'
    request_id = filed(an, world, what=typed, activity_id="", category="camp")
    page = an.page(f"/requests/{request_id}/form")
    assert typed in said(page)
    pdf_text(an, f"/requests/{request_id}/form.pdf")
    assert Page(an.get(f"/requests/{request_id}/form")).h1 == "Aanvraag 2026-0001"
