"""What the keeper of the offer tells of a provider and an activity, and the field's own words for it."""

from __future__ import annotations

import datetime as dt
import json

from sqlalchemy import select

from core.clock import today
from core.db import db
from offer import queries
from offer.models import Activity
from terms.field_words import FIELD_WORDS, SOURCE
from terms.lists import CATEGORIES, PROVIDER_TYPES
from terms.offer_lists import FACILITIES, THEMES
from tests.inspector import Page
from tests.takeover.desk import problems, taken_over

HEADS = "Aanbieder;Activiteit;Categorie;Prijs;Thema;Leeftijd van;Leeftijd tot;Dagen;Voorzieningen;Nagekeken op\n"


def test_a_provider_and_its_activity_keep_all_that_is_told(sign_in, app, world):
    bea, number = sign_in("bea"), world.activities["zwemles"]
    told = {"address": "Gildelaan 1", "contact": "zwembad.example", "names_asked": "no",
            "facility_codes": ["step_free", "toilet"]}  # fmt: skip
    page = bea.page("/offer/providers/1/edit").form("")
    assert bea.send("/offer/providers/1/edit", page | told).status_code == 303
    setting = {"theme": "swimming", "age_from": "6", "age_until": "12", "days": ["6", "3", "3"],
               "times": "14 uur", "checked_on": "1/9/2026"}  # fmt: skip
    form = bea.page(f"/offer/activities/{number}/edit").form("")
    assert bea.send(f"/offer/activities/{number}/edit", form | setting).status_code == 303
    with app.app_context():
        one = queries.activity(number)
        assert (one.theme, one.age_from, one.age_until, one.days) == ("swimming", 6, 12, "36")
        assert (one.times, one.checked_on) == ("14 uur", dt.date(2026, 9, 1))
        place = one.provider
        assert (place.names_asked, place.facility_codes) == (False, ["step_free", "toilet"])
        assert (place.address, place.contact) == ("Gildelaan 1", "zwembad.example")
    again = bea.page("/offer/providers/1/edit").form("")
    assert again["names_asked"] == "no"


def test_what_cannot_be_is_said_at_its_field(sign_in, world):
    bea, address = sign_in("bea"), f"/offer/activities/{world.activities['zwemles']}/edit"
    form = bea.page(address).form("")
    for wrong, field in (
        ({"age_from": "12", "age_until": "6"}, "age_until"),
        ({"age_from": "121"}, "age_from"),
        ({"age_until": "-1"}, "age_until"),
        ({"days": ["8"]}, "days"),
        ({"checked_on": "25/11/2026"}, "checked_on"),
    ):
        answer = bea.send(address, form | wrong)
        assert answer.status_code == 422, wrong
        assert Page(answer).by_id(f"{field}-error") is not None, wrong


def test_one_button_says_that_all_of_a_provider_was_checked_today(sign_in, app, world):
    bea = sign_in("bea")
    bea.send(f"/offer/activities/{world.activities['zwembeurten']}/close")
    page = bea.send("/offer/providers/1/check", follow_redirects=True)
    assert "Vandaag nagekeken" in Page(page).text()
    with app.app_context():
        rows = db.session.execute(select(Activity.name, Activity.checked_on))
        checked = {name for name, day in rows if day == today()}
    assert checked == {"Zwemles, reeks van 10"}


def test_the_fields_words_lead_to_words_of_ours(app):
    lists = {"themes": THEMES, "facilities": FACILITIES, "categories": CATEGORIES,
             "provider_types": PROVIDER_TYPES}  # fmt: skip
    for name, words in FIELD_WORDS.items():
        assert set(words.values()) <= set(lists[name])
    assert set(FIELD_WORDS["themes"].values()) == set(THEMES)
    assert set(FIELD_WORDS["facilities"].values()) == set(FACILITIES)
    kept = json.loads(SOURCE.read_text(encoding="utf-8"))
    numbers = [row["id"] for rows in kept.values() if isinstance(rows, list) for row in rows]
    assert len(numbers) == len(set(numbers)) > 80


def test_a_list_with_the_fields_words_is_understood(app, sign_in):
    row = "De Ring;Jazzles;cursus met open sessies;45;Jazz en blues;8;12;wo;Rolstoeltoegankelijk;1/9/2026\n"
    taken_over(app, sign_in("bea"), "offer", HEADS + row)
    with app.app_context():
        one = db.session.scalars(select(Activity).where(Activity.name == "Jazzles")).one()
        assert (one.category, one.theme, one.age_from, one.age_until) == ("course", "music", 8, 12)
        assert (one.days, one.checked_on) == ("3", dt.date(2026, 9, 1))
        assert one.provider.facility_codes == ["step_free"]


def test_a_wrong_age_in_a_list_is_said_by_row_and_column(app, sign_in):
    row = "De Ring;Jazzles;cursus;45;;{};{};;;\n"
    found = problems(sign_in("bea"), "offer", HEADS + row.format(12, 8) + row.format("twee", ""))
    assert [one[:2] for one in found] == [("2", "Leeftijd tot"), ("3", "Leeftijd van")], found
