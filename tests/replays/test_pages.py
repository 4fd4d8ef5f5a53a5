"""The pages of trials: asking, waiting, reading what came out, with and without files."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import update

from core.db import db, transaction
from core.work import outbox
from core.work.jobs import Job
from tests.fund.desk import filed
from tests.inspector import Page
from tests.replays.desk import ASKS, BY_PAYMENT, HALF, granted, refused, stored
from tests.replays.many import apart, many_decided

NEW, LIST = "/regulation/replays/new", "/regulation/replays"
THIS_YEAR = {"from_on": "1/1/2026", "until_on": "vandaag"}


def ask(browser, **typed: str) -> str:
    """Fill the form in and send it: the address of the trial."""
    answer = browser.post(NEW, data={**browser.page(NEW).form(NEW), **THIS_YEAR, **typed})
    assert answer.status_code == 303, Page(answer).text()
    return answer.location


def work(app: Flask) -> None:
    """What the worker does next."""
    with app.app_context():
        outbox.deliver_due()


def let_job(app: Flask, **values: object) -> None:
    with app.app_context(), transaction():
        db.session.execute(update(Job).values(**values))


@pytest.fixture
def half(app, world) -> int:
    """Two decisions, and a version that is not in force."""
    granted(app, filed(app, world, cost_cents=8_000))
    refused(app, filed(app, world, "karim", by="arne", cost_cents=2_000))
    return stored(app, HALF)


def test_the_form_proposes_last_year_and_what_is_not_in_force(half, sign_in):
    typed = sign_in("hilde").page(NEW).form(NEW)
    assert (typed["from_on"], typed["until_on"]) == ("01/01/2025", "31/12/2025")
    assert typed["version"] == str(half)


def test_the_page_of_a_version_leads_to_its_trial(half, sign_in, world):
    hilde = sign_in("hilde")
    page = hilde.page(hilde.page("/regulation/versions/1").link("Uitproberen"))
    assert page.form(NEW)["version"] == "1"
    assert LIST in hilde.page("/regulation/versions").link("Proefberekeningen")
    assert "Uitproberen" not in sign_in("an").page("/regulation/versions/1").text()


def test_the_head_sees_what_would_change_with_examples(app, half, sign_in):
    hilde = sign_in("hilde")
    address = ask(hilde)
    work(app)
    page = hilde.page(address)
    assert "Zou anders uitvallen 2 van 2 beslissingen" in page.text()
    assert "Toen: 90 % van wat overblijft: € 72,00" in page.text().replace("\xa0", " ")
    assert "Nu: 50 % van wat overblijft: € 40,00" in page.text().replace("\xa0", " ")
    assert hilde.get(page.link("2026-0001")).status_code == 200
    assert "In 1 beslissing gaf de beslisser een ander bedrag" in page.text()


def test_the_administrator_sees_totals_only(app, half, sign_in, later):
    many_decided(app, 1, 5)
    apart(app)
    with later(days=60):
        bea = sign_in("bea")
        address = ask(bea, from_on="1/10/2026", until_on="31/12/2026")
        work(app)
        page = bea.page(address)
    assert "U ziet alleen totalen" in page.text()
    assert "2026-0001" not in page.html
    assert "Zou anders uitvallen" in page.text()
    assert "€" in page.text(page.by_id("trial"))


def test_a_trial_is_its_asker_s_alone(app, half, sign_in):
    address = ask(sign_in("hilde"))
    for who in ("bea", "bert", "an", "carla"):
        assert sign_in(who).get(address).status_code == 404


def test_waiting_can_be_left_and_found_again(app, half, sign_in):
    hilde = sign_in("hilde")
    address = ask(hilde)
    assert "wacht op haar beurt" in hilde.page(address).text()
    assert hilde.page(LIST).link("versie 2") == address
    let_job(app, state="running", done=30, total=120)
    part = hilde.page(address, htmx=True)
    assert not part.whole
    trial = part.by_id("trial")
    assert (trial.get("hx-get"), trial.get("hx-target")) == (address, "#trial")
    assert trial.get("data-announce") == "De proefberekening loopt: 25 %"
    let_job(app, state="waiting")
    work(app)
    done = hilde.page(address, htmx=True).by_id("trial")
    assert done.get("hx-get") is None
    assert done.get("data-announce") == "2 van 2 beslissingen zouden anders uitvallen."


def test_what_went_wrong_can_be_asked_again(app, half, sign_in):
    hilde = sign_in("hilde")
    address = ask(hilde)
    work(app)
    assert hilde.send(f"{address}/again").status_code == 409
    with app.app_context(), transaction():
        db.session.execute(update(Job).values(state="failed", error="Interrupted"))
        db.session.execute(db.text("UPDATE rule_replay SET result = NULL"))
    page = hilde.page(address)
    assert "is mislukt" in page.text()
    answer = hilde.post(f"{address}/again", data=page.form(f"{address}/again"))
    assert answer.location == address
    work(app)
    assert "Zou anders uitvallen" in hilde.page(address).text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"version": ""}, "Versie of ontwerp is nog niet ingevuld."),
        ({"version": "999"}, "Kies iets uit de lijst."),
        ({"from_on": ""}, "Eerste dag is nog niet ingevuld."),
        ({"from_on": "31/2/2026"}, "Schrijf een datum"),
        ({"from_on": "1/1/2030", "until_on": "2/1/2030"}, "Deze datum ligt in de toekomst."),
        (
            {"from_on": "2/1/2026", "until_on": "1/1/2026"},
            "De laatste dag ligt voor de eerste dag.",
        ),
    ],
)
def test_wrong_input_is_said_at_its_field_and_kept(half, sign_in, typed, said):
    hilde = sign_in("hilde")
    sent = {**hilde.page(NEW).form(NEW), **THIS_YEAR, **typed}
    page = Page(hilde.post(NEW, data=sent))
    assert page.status == 422
    assert page.title.startswith("Fout:")
    assert page.text().count(said) == 2
    assert page.form(NEW)["until_on"] in (
        sent["until_on"],
        "24/11/2026",
        "02/01/2030",
        "01/01/2026",
    )


def test_the_end_of_time_is_today(half, sign_in):
    hilde = sign_in("hilde")
    assert "tot en met 24/11/2026" in hilde.page(ask(hilde, until_on="31/12/9999")).text()


@pytest.mark.parametrize(
    ("text", "words"), [(BY_PAYMENT, "de datum van de betaling"), (ASKS, "Hebt u een pas?")]
)
def test_what_was_not_asked_stands_in_words(app, half, sign_in, text, words):
    version = stored(app, text.replace("version = 2", "version = 3"))
    hilde = sign_in("hilde")
    address = ask(hilde, version=str(version))
    work(app)
    said = hilde.page(address).text()
    assert f"iets wat toen niet gevraagd is: {words} (2×)" in said
    assert f"Nog nodig: {words}." in said


def test_nothing_decided_says_so(app, half, sign_in):
    hilde = sign_in("hilde")
    address = ask(hilde, from_on="1/1/2024", until_on="31/12/2024")
    work(app)
    assert "In deze dagen is niets beslist." in hilde.page(address).text()


def test_looking_at_examples_is_in_the_trail(app, half, sign_in):
    hilde, bea = sign_in("hilde"), sign_in("bea")
    for browser, typed in ((hilde, {}), (bea, {"from_on": "1/1/2025", "until_on": "31/12/2025"})):
        address = ask(browser, **typed)
        work(app)
        browser.get(address)
    page = sign_in("dirk").page("/access-log")
    assert page.text().count("bekeken Proefberekening") == 1, page.text()


def test_a_colleague_who_lost_the_files_asks_again(app, half, sign_in):
    hilde = sign_in("hilde")
    address = ask(hilde)
    work(app)
    with app.app_context(), transaction():
        db.session.execute(
            db.text("UPDATE role_grant SET role = 'administrator' WHERE role = 'head'")
        )
    page = sign_in("hilde").page(address)
    assert "U leest deze dossiers niet meer." in page.text()
    assert "€" not in page.text(page.by_id("trial"))
