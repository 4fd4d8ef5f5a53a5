"""One wrong line does not block the others: it says what is wrong, and stays as a draft."""

from __future__ import annotations

from sqlalchemy import func, select

from core.db import db
from core.drafts import Draft
from tests.inspector import Page
from tests.requests.several import asked, line, sent, swims, ticked
from tests.requests.steps import errors, said


def wrong(browser, world, **changes):
    """Noor as above, Emir with a price that cannot be read, Lena with swimming lessons."""
    own = line(world, "l1", "noor") | line(world, "l2", "emir", cost="1.2.3")
    own |= swims(world, "l3", "lena")
    return ticked(browser, world, "noor", "emir", "lena", **own) | changes


def test_the_summary_leads_to_the_field_of_the_line_and_nothing_is_filed(sign_in, world, app):
    an = sign_in("an")
    answer = an.post("/filings", data=wrong(an, world))
    words = errors(answer)
    assert len(words) == 1
    assert words[0].startswith("Emir: ")
    page = Page(answer)
    assert page.by_id("error-summary").find(".//a").get("href") == "#l2-cost"
    assert page.text(page.by_id("l2-cost-error")) == words[0]
    assert page.form("/filings")["l2-cost"] == "1.2.3"
    assert asked(app) == []


def test_a_button_files_the_lines_that_are_right(sign_in, world, app):
    an = sign_in("an")
    page = Page(an.post("/filings", data=wrong(an, world)))
    assert page.text(page.by_id("others")) == "Dien de andere 2 nu in"
    receipt = sent(an, wrong(an, world, others="1"))
    assert [one[0] for one in asked(app)] == ["Noor", "Lena"]
    rest = an.page(receipt.link("Ga verder met de rest")).form("/filings")
    assert (rest["client_id"], rest["cost"]) == (str(world.clients["emir"]), "1.2.3")
    assert rest["what"] == "Lidgeld Chiro, werkjaar"


def test_the_others_filed_twice_are_one_filing_with_one_rest(sign_in, world, app):
    an = sign_in("an")
    fields = wrong(an, world, others="1")
    assert len({an.post("/filings", data=fields).location for _ in range(2)}) == 1
    assert len(asked(app)) == 2
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Draft)) == 1


def test_the_rest_is_filed_as_a_form_of_its_own_and_the_receipt_names_it_no_more(
    sign_in, world, app
):
    an = sign_in("an")
    receipt = sent(an, wrong(an, world, others="1"))
    rest = an.page(receipt.link("Ga verder met de rest")).form("/filings")
    sent(an, rest | {"cost": "30"})
    assert [one[:3:2] for one in asked(app)] == [("Noor", 4000), ("Lena", 6000), ("Emir", 3000)]
    assert "Ga verder met de rest" not in said(an.page("/filings/1/receipt"))


def test_several_wrong_lines_stay_together(sign_in, world, app):
    an = sign_in("an")
    own = {"l1-cost": "veel"}
    receipt = sent(an, wrong(an, world, others="1", **own))
    rest = an.page(receipt.link("Ga verder met de rest")).form("/filings")
    assert (rest["l1-cost"], rest["l2-cost"]) == ("veel", "1.2.3")
    assert "l3-client_id" not in rest
    assert [one[0] for one in asked(app)] == ["Lena"]


def test_what_is_wrong_above_is_said_once_at_its_field(sign_in, world):
    an = sign_in("an")
    answer = an.post("/filings", data=ticked(an, world, "noor", "emir", cost_on="", reason="gold"))
    assert errors(answer) == ["Vul de datum van de kost in.", "Kies iets uit de lijst."]
    links = [a.get("href") for a in Page(answer).by_id("error-summary").iter("a")]
    assert links == ["#cost_on", "#reason"]


def test_what_stands_once_for_all_blocks_all(sign_in, world, app):
    an = sign_in("an")
    answer = an.post("/filings", data=wrong(an, world, goal="x" * 201, others="1"))
    assert answer.status_code == 422
    assert Page(answer).by_id("others") is None
    assert asked(app) == []


def test_a_rule_that_a_line_breaks_is_said_at_its_field(sign_in, world, app):
    an = sign_in("an")
    own = line(world, "l2", "emir", what="Turnles", cost="20")
    answer = an.post("/filings", data=ticked(an, world, "noor", "emir", **own))
    assert errors(answer) == ["Emir: Kies de soort activiteit."]
    assert Page(answer).by_id("others") is not None


def test_a_line_that_breaks_a_rule_stays_behind_too(sign_in, world, app):
    an = sign_in("an")
    own = line(world, "l2", "emir", what="Turnles", cost="20")
    receipt = sent(an, ticked(an, world, "noor", "emir", others="1", **own))
    assert [one[0] for one in asked(app)] == ["Noor"]
    rest = an.page(receipt.link("Ga verder met de rest")).form("/filings")
    assert (rest["what"], rest["cost"]) == ("Turnles", "20,00")


def test_one_thing_more_never_asks_what_stands_above_twice(sign_in, world, app):
    an = sign_in("an")
    own = line(world, "l1", "noor") | line(world, "l2", "noor", cost_on="3/9")
    answer = an.post("/filings", data=ticked(an, world, "noor", **own))
    assert errors(answer)[0] == "Noor: Vul in wat u vraagt, of kies het uit het aanbod."
    assert asked(app) == []
