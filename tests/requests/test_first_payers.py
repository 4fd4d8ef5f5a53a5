"""Another payer of the same rule goes first: the form says so, and one press fills it in."""

from __future__ import annotations

from tests.inspector import Page
from tests.requests.steps import amount, assessed, file_it, filled, said

NOTE = "Vraag eerst aan Rap op Stap: die geeft € 20,00."


def pressed(browser, fields) -> Page:
    """The page after the button, as a browser without JavaScript gets it."""
    return Page(browser.post("/filings/assess", data=fields | {"first_payer": "rap_op_stap"}))


def test_the_form_says_who_gives_something_first(sign_in, world):
    an = sign_in("an")
    page = assessed(an, filled(an, world))
    assert NOTE in said(page)
    assert amount(page) == "€ 36,00"
    button = page.by_id("first-rap_op_stap")
    assert button.get("data-fill") == '{"part_rap_op_stap": "20,00"}'


def test_the_button_fills_in_the_part_and_keeps_all_that_was_typed(sign_in, world):
    an = sign_in("an")
    page = pressed(an, filled(an, world, report="Graag gauw"))
    fields = page.form("/filings")
    assert (fields["part_rap_op_stap"], fields["report"]) == ("20,00", "Graag gauw")
    assert amount(page) == "€ 18,00"
    assert NOTE not in said(page)
    assert file_it(an, fields)


def test_what_was_asked_already_is_not_said_again(sign_in, world):
    an = sign_in("an")
    assert NOTE not in said(assessed(an, filled(an, world, part_rap_op_stap="5")))


def test_who_gets_nothing_there_is_told_nothing(sign_in, world):
    an = sign_in("an")
    for changes in ({"who": "lena"}, {"what": "Film", "activity_id": "", "category": "cinema"}):
        page = assessed(an, filled(an, world, **changes))
        assert "Vraag eerst" not in said(page)


def test_a_payer_that_gives_nothing_fills_in_nothing(sign_in, world):
    an = sign_in("an")
    for payer in ("health_fund", "x", "rap_op_stap\x00"):
        page = Page(an.post("/filings/assess", data=filled(an, world) | {"first_payer": payer}))
        assert page.form("/filings")["part_rap_op_stap"] == ""
        assert page.form("/filings")["part_health_fund"] == ""


def test_the_fund_is_asked_and_never_the_other_payer(sign_in, world):
    an = sign_in("an")
    request_id = file_it(an, filled(an, world))
    assert "Voorbeeld van een andere betaler" not in said(an.page(f"/requests/{request_id}"))
    assert amount(an.page(f"/requests/{request_id}")) == "€ 36,00"
