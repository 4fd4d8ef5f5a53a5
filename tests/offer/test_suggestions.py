"""A provider that is missed: suggested by a worker, taken up or set aside by who keeps the offer."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from accounts.queries import account_by_username
from core.db import db, transaction
from offer.models import Provider
from offer.suggestions import actions
from tests.counting import queries_of
from tests.inspector import Page
from tests.requests.steps import errors

TYPED = {"name": "Circus Rondom", "what": "Circusles voor kinderen", "place": "Hoevenzavel",
         "contact": "rondom.example", "why": "Er is nog geen circus in het aanbod."}  # fmt: skip


@pytest.fixture
def suggested(sign_in):
    an = sign_in("an")
    assert an.send("/offer/suggestions/new", TYPED).status_code == 303
    return an


@pytest.mark.parametrize("username", ["carla", "bea"])
def test_who_keeps_the_offer_takes_it_up_with_what_was_suggested_filled_in(
    suggested, sign_in, app, username
):
    keeper = sign_in(username)
    page = keeper.page("/offer/suggestions")
    for words in ("Circus Rondom", "Hoevenzavel · rondom.example", TYPED["why"], "An Aerts"):
        assert words in page.text()
    address = page.link("Opnemen Circus Rondom")
    form = keeper.page(address).form("")
    assert (form["name"], form["neighbourhood"], form["contact"]) == (
        "Circus Rondom", "Hoevenzavel", "rondom.example",
    )  # fmt: skip
    assert errors(keeper.send(address, form))
    answer = keeper.send(address, form | {"provider_type": "association"})
    with app.app_context():
        made = db.session.scalars(select(Provider).where(Provider.name == "Circus Rondom")).one()
        assert (made.contact, made.provider_type) == ("rondom.example", "association")
        assert answer.location == f"/offer/providers/{made.id}"
    assert "opgenomen Circus Rondom" in suggested.page("/offer/suggestions/new").text()
    again = keeper.send(address, form | {"provider_type": "association", "name": "Circus Twee"})
    assert again.status_code == 409
    with app.app_context():
        assert (
            db.session.scalars(select(Provider).where(Provider.name == "Circus Twee")).all() == []
        )


def test_who_sets_it_aside_says_why_and_the_worker_reads_it(suggested, sign_in):
    carla = sign_in("carla")
    address = carla.page("/offer/suggestions").link("Niet opnemen Circus Rondom")
    assert errors(carla.send(address, {"answer": " "}))
    assert carla.send(address, {"answer": "Gestopt in juni."}).status_code == 303
    assert "Geen voorstellen" in carla.page("/offer/suggestions").text()
    assert "Gestopt in juni." in carla.page("/offer/suggestions?state=answered").text()
    mine = suggested.page("/offer/suggestions/new").text()
    assert "niet opgenomen" in mine
    assert "Gestopt in juni." in mine
    assert "Circus Rondom" not in sign_in("arne").page("/offer/suggestions/new").text()


def test_what_is_missing_or_known_is_said_and_what_was_typed_stays(sign_in):
    an = sign_in("an")
    answer = an.send("/offer/suggestions/new", TYPED | {"why": ""})
    assert Page(answer).by_id("why-error") is not None
    assert Page(answer).form("")["what"] == TYPED["what"]
    known = an.send("/offer/suggestions/new", TYPED | {"name": "zwembad BOXBERGHEIDE"})
    assert "Er is al een aanbieder met deze naam." in " ".join(errors(known))
    assert "geen namen van cliënten" in an.page("/offer/suggestions/new").text()


def test_more_suggestions_ask_as_much_of_the_database(suggested, sign_in, app, world):
    carla = sign_in("carla")

    def asked():
        with queries_of(app) as statements:
            page = carla.page("/offer/suggestions")
            suggested.page("/offer/suggestions/new")
        return len(statements), page

    few, _page = asked()
    with app.app_context(), transaction():
        for number in range(60):
            one = actions.Suggested(f"Club {number}", "Les", "", "", "Daarom.")
            actions.suggest(one, by=account_by_username("arne" if number % 2 else "an"))
    many, page = asked()
    assert many == few
    assert "Volgende" in page.text()
