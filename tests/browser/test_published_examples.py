"""Worked examples of towns in a real browser: what the rule asks is answered as it appears."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from regulation.files.reading import read_rule_set
from regulation.vocabulary.cases import Example
from tests.browser.desk import Desk
from tests.browser.town import inside
from tests.browser.watching import seen, watch
from tests.fund.rule import keeps_no_meetings
from tests.portion import spread
from tests.requests.answering import answers_of, euros
from tests.requests.asking_rule import rule
from tests.requests.test_published_examples import shown_cents
from tests.requests.towns import PROVIDER, Family, family_of, in_force, text_of

EXAMPLES = (
    ("diepenbeek", "Kind van 12, kost van 150"),
    ("ronse", "Lidgeld van 120"),
    ("lede", "Meer dagen, kost van 100"),
    ("rijkevorsel", "Twee volwassenen, kinderen van 8 en 13: de grens is 3.045 euro"),
    ("lendelede", "Kost van 100"),
    ("bekkevoort", "Persoon van 16, kost van 120, ziekenfonds betaalt 20"),
)


def example_of(town: str, name: str) -> Example:
    return next(one for one in read_rule_set(text_of(town)).cases if one.name == name)


def open_form(desk: Desk, family: Family, example: Example) -> Page:
    """The form with what is known before the rule asks anything."""
    facts = example.facts
    page = desk.open("an", f"/filings/new?client={family.client_id}")
    for details in page.locator("details.folded > summary").all():
        details.click()
    page.locator("#what").fill("Wat het voorbeeld kost")
    page.locator("#category").select_option(facts.category)
    page.locator("#provider_name").fill(PROVIDER)
    page.locator("#reason").select_option("belong")
    for other in facts.other_payers:
        page.locator(f"#part_{other.payer}").fill(euros(other.cents))
    if facts.payee:
        page.locator(f"[name=payee][value={facts.payee}]").check()
    page.locator("#cost_on").fill(facts.cost_on.strftime("%d/%m/%Y"))
    page.locator("#cost").fill(euros(facts.cost_cents))
    return page


def answer(page: Page, example: Example) -> None:
    """Answer each question that stands there, until no other appears."""
    known, done = answers_of(example.facts), set()
    while True:
        page.wait_for_timeout(700)
        names = page.eval_on_selector_all("#told [name^=told_]", "all => all.map(e => e.name)")
        name = next((one for one in names if one in known and one not in done), None)
        if name is None:
            return
        done.add(name)
        fill(page, name, str(known[name]))


def fill(page: Page, name: str, value: str) -> None:
    field = page.locator(f"[name='{name}']")
    kind = field.first.evaluate("e => e.type")
    if kind == "radio":
        page.locator(f"[name='{name}'][value='{value}']").check()
    elif kind.startswith("select"):
        field.select_option(value)
    else:
        field.fill(value)


def decide(desk: Desk, request_id: int, example: Example) -> None:
    """Bert sees the same figure, and grants it; or sets the most where the rule names none."""
    expected = example.expected
    page = desk.open("bert", f"/worklist/{request_id}")
    figure = page.locator("#assessment .amount").first
    assert plain(figure.inner_text()) == shown_cents(expected.amount_cents)
    if expected.amount_cents:
        page.locator("#grant").click()
    else:
        page.locator("#amount").fill(euros(expected.maximum_cents))
        page.locator("#amount-reasons").fill("Dit is nodig voor dit gezin.")
        page.locator("#grant-amount").click()
    page.wait_for_url(lambda url: not url.endswith(f"/{request_id}"))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").strip()


@pytest.mark.parametrize(("town", "name"), spread(EXAMPLES, one_in=2))
def test_the_browser_agrees_with_the_example(desk: Desk, town: str, name: str) -> None:
    example = example_of(town, name)
    with inside(desk.house) as app:
        in_force(app, text_of(town))
        keeps_no_meetings(app)
        family = family_of(app, example)
    page = open_form(desk, family, example)
    answer(page, example)
    figure = page.locator("#assessment .amount").first
    expect(figure).to_have_text(shown_cents(example.expected.amount_cents).replace(" ", "\xa0"))
    page.locator("#submit").click()
    page.locator("#submitted").wait_for()
    statement = "SELECT {} FROM request ORDER BY id DESC LIMIT 1"
    ask = desk.house.ask
    assert ask(statement.format("proposed_cents")) == example.expected.amount_cents
    decide(desk, ask(statement.format("id")), example)
    granted = example.expected.amount_cents or example.expected.maximum_cents
    assert ask(statement.format("granted_cents")) == granted


def test_a_question_that_appears_keeps_the_focus_and_what_is_typed(desk: Desk) -> None:
    example = example_of("diepenbeek", "Kind van 12, kost van 150")
    with inside(desk.house) as app:
        in_force(app, rule("pas_of_arm"))
        family = family_of(app, example)
    page = open_form(desk, family, example)
    page.locator("#draft-state", has_text="Concept bewaard").wait_for()
    watch(page)
    page.locator("#told_incomes_0_amount").focus()
    page.keyboard.type("9999")
    page.locator("#told_burdens_0_amount").wait_for()
    page.keyboard.type("9")
    page.wait_for_timeout(700)
    assert page.evaluate("document.activeElement.id") == "told_incomes_0_amount"
    assert page.locator("#told_incomes_0_amount").input_value() == "99999"
    happened = seen(page, answers=2)
    assert happened.lost == 0
    assert all(said.startswith(("Nog nodig", "✓", "Concept")) for said in happened.said), happened
