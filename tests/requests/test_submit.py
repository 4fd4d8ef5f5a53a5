"""Filing: stored once and whole, with a receipt; wrong fields come back with all that was typed."""

from __future__ import annotations

import datetime as dt
import threading

import pytest
from sqlalchemy import func, select

from core import clock
from core.db import db, transaction
from intake.requests.models import Filing, Request, RequestEvent, RequestVersion
from offer.models import Activity
from regulation.versions.models import RuleVersion
from tests.inspector import Page
from tests.requests.steps import HTMX, discount, errors, file_it, filed, filled, opened, said


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model))


def test_the_receipt_names_number_date_term_and_worker(sign_in, world):
    an = sign_in("an")
    response = an.post("/filings", data=filled(an, world))
    assert response.status_code == 303
    page = an.page(response.location)
    for words in (
        "Ingediend: 2026-0001.",
        "OB-2026-0001",
        "ontvangen op 24 november 2026",
        "Wij beslissen uiterlijk op 24 december 2026.",
        "recht om gehoord te worden",
        "An Aerts",
    ):
        assert words in said(page)


def test_the_request_is_stored_whole(sign_in, world, app):
    request_id = filed(sign_in("an"), world, part_school="5", report="Kent er vriendjes")
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        assert (request.status, request.number) == ("submitted", "2026-0001")
        assert request.legal_due_on == dt.date(2026, 12, 24)
        assert request.worker_id == request.filing.filed_by_id == world.people["an"]
        assert request.provider_name == "Chiro Kris Kas"
        assert request.category == "membership_youth"
        assert request.proposed_cents == 3150
        assert [(part.payer, part.amount_cents) for part in request.other_payers] == [
            ("school", 500)
        ]
        assert [(e.verb, e.from_status, e.to_status) for e in request.events] == [
            ("submit", None, "submitted")
        ]
        assert request.versions[0].facts["cost_cents"] == 4000
        assert request.filing.report == "Kent er vriendjes"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3/9", dt.date(2026, 9, 3)),
        ("vandaag", dt.date(2026, 11, 24)),
        ("3/1", dt.date(2027, 1, 3)),
    ],
)
def test_a_short_date_is_the_nearest_one(sign_in, world, app, typed, meant):
    request_id = filed(sign_in("an"), world, cost_on=typed)
    with app.app_context():
        assert db.session.get_one(Request, request_id).cost_on == meant


def test_the_term_begins_on_the_day_in_brussels(sign_in, world, app):
    with clock.at(dt.datetime(2026, 11, 24, 23, 30, tzinfo=dt.UTC)):
        request_id = filed(sign_in("an"), world)
    with app.app_context():
        assert db.session.get_one(Request, request_id).legal_due_on == dt.date(2026, 12, 25)


def test_numbers_begin_again_with_the_year_in_brussels(sign_in, world, app):
    filed(sign_in("an"), world)
    with clock.at(dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC)):
        request_id = filed(sign_in("an"), world)
    with app.app_context():
        assert db.session.get_one(Request, request_id).number == "2027-0001"


def test_the_same_form_sent_twice_is_one_filing_with_the_same_receipt(sign_in, world, app):
    an = sign_in("an")
    fields = filled(an, world)
    first, second = (an.post("/filings", data=fields) for _ in range(2))
    assert first.location == second.location
    with app.app_context():
        assert (count(Filing), count(Request), count(RequestVersion), count(RequestEvent)) == (
            1, 1, 1, 1,
        )  # fmt: skip


def test_a_form_that_was_filed_is_not_filed_anew_with_other_words(sign_in, world, app):
    an = sign_in("an")
    fields = filled(an, world)
    filed_at = an.post("/filings", data=fields).location
    assert an.post("/filings", data=fields | {"cost": "39,00"}).location == filed_at
    by_htmx = an.post("/filings", data=fields, headers=HTMX)
    assert (by_htmx.status_code, by_htmx.headers["HX-Redirect"]) == (204, filed_at)
    with app.app_context():
        assert db.session.scalars(select(Request.cost_cents)).all() == [4000]


def test_the_same_form_sent_at_the_same_moment_is_one_filing(sign_in, world, app):
    browsers = [sign_in("an") for _ in range(3)]
    fields = filled(browsers[0], world)
    answers: list[str] = []
    gate = threading.Barrier(len(browsers))

    def send(browser):
        own = fields | {"csrf_token": browser.csrf()}
        gate.wait()
        with clock.at(dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)):
            answers.append(browser.post("/filings", data=own).location)

    threads = [threading.Thread(target=send, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["/filings/1/receipt"] * 3
    with app.app_context():
        assert count(Request) == 1


def test_the_key_of_a_colleagues_form_opens_nothing(sign_in, world):
    an, arne = sign_in("an"), sign_in("arne")
    fields = filled(an, world)
    an.post("/filings", data=fields)
    stolen = opened(arne, world.clients["karim"]) | {
        name: fields[name]
        for name in ("draft_id", "what", "activity_id", "cost", "cost_on", "reason")
    }
    assert arne.post("/filings", data=stolen).status_code == 404


def test_the_first_of_a_known_provider_needs_no_more_than_five_fields(sign_in, world):
    an = sign_in("an")
    plain = opened(an, world.clients["noor"])
    asked = {"client_id", "what", "activity_id", "cost", "cost_on", "reason"}
    fields = filled(an, world)
    assert {name for name in fields if fields[name] != plain.get(name)} - {
        "csrf_token", "draft_id",
    } <= asked  # fmt: skip
    file_it(an, fields)


def test_free_words_and_a_free_provider(sign_in, world, app):
    request_id = filed(
        sign_in("an"), world, what="Turnles", activity_id="", category="lesson_sport",
        provider_name="Turnclub De Zwaan",
    )  # fmt: skip
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        assert (request.activity_id, request.provider_id) == (None, None)
        assert (request.provider_name, request.provider_type) == ("Turnclub De Zwaan", "other")


def test_words_of_ones_own_let_go_of_the_activity_that_was_picked(sign_in, world, app):
    request_id = filed(sign_in("an"), world, what="Voetbal", category="membership_sport")
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        assert request.activity_id is None
        assert request.category == "membership_sport"


def test_a_discount_goes_to_the_provider_with_the_networks_share(sign_in, world, app):
    an = sign_in("an")
    request_id = file_it(an, discount(an, world, payee="client"))
    with app.app_context():
        request = db.session.get_one(Request, request_id)
        assert (request.kind, request.scheme, request.payee) == ("discount", "korting", "provider")
        assert request.proposed_cents == 4200


def test_nothing_by_the_rule_can_still_be_filed_and_the_worker_is_told(sign_in, world, app):
    an = sign_in("an")
    fields = filled(an, world, what="Schooluitstap", activity_id="", category="school_trip")
    request_id = file_it(an, fields)
    assert "Het reglement geeft niets." in said(an.page(f"/requests/{request_id}"))


WRONG = [
    ("what", "", "Vul in wat u vraagt, of kies het uit het aanbod."),
    ("what", "   ", "Vul in wat u vraagt, of kies het uit het aanbod."),
    ("what", "x" * 161, "161"),
    ("what", "x" * 100_000, "100000"),
    ("cost", "", "Vul de prijs in."),
    ("cost", "1.234.5", "82,50"),
    ("cost", "-5", "82,50"),
    ("cost", "NaN", "82,50"),
    ("cost", "1000000000", "82,50"),
    ("cost", "0", "De prijs moet meer zijn dan 0 euro."),
    ("cost", "\x00", "Vul de prijs in."),
    ("cost_on", "", "Vul de datum van de kost in."),
    ("cost_on", "31/02/2026", "vandaag"),
    ("cost_on", "2026-11-24", "vandaag"),
    ("cost_on", "24/11/1926", "Kijk het jaar van deze datum na."),
    ("cost_on", "24/11/2062", "Kijk het jaar van deze datum na."),
    ("reason", "", "Kies een reden uit de lijst."),
    ("reason", "gold", "Kies iets uit de lijst."),
    ("category", "gold", "Kies iets uit de lijst."),
    ("provider_name", "x" * 161, "161"),
    ("kind", "gift", "Kies iets uit de lijst."),
    ("payee", "me", "Kies iets uit de lijst."),
    ("life_domain", "gold", "Kies iets uit de lijst."),
    ("goal", "x" * 201, "201"),
    ("report", "x" * 10_001, "10001"),
    ("part_health_fund", "veel", "82,50"),
    ("part_rap_op_stap", "-1", "82,50"),
    ("part_school", "1.234.5", "82,50"),
    ("part_uitpas", "1e3", "82,50"),
    ("part_other_payer", "\u202e12", "82,50"),
    ("answer_school", "gold", "Kies iets uit de lijst."),
    ("draft_id", "x", "Dit formulier is niet volledig. Open het opnieuw."),
    ("client_id", "", "Kies voor wie."),
    ("activity_id", "999999", "Deze activiteit staat niet meer in het aanbod."),
]


@pytest.mark.parametrize(("name", "value", "words"), WRONG)
def test_each_field_wrong_comes_back_with_its_words_and_all_that_was_typed(
    sign_in, world, app, name, value, words
):
    an = sign_in("an")
    fields = filled(an, world, report="Graag gauw") | {name: value}
    response = an.post("/filings", data=fields)
    assert any(words in error for error in errors(response)), errors(response)
    again = Page(response).form("/filings")
    assert again["cost_on"] == fields["cost_on"] or name == "cost_on"
    assert again["report"].startswith("Graag gauw") or name == "report"
    assert again["draft_id"] == fields["draft_id"]
    with app.app_context():
        assert count(Filing) == 0


@pytest.mark.parametrize(
    "name", ["what", "cost", "cost_on", "reason", "report", "goal", "part_school", "provider_name"]
)
def test_each_line_of_the_summary_leads_to_its_field(sign_in, world, name):
    an = sign_in("an")
    value = "" if name in {"what", "cost", "cost_on", "reason"} else "x" * 20_000
    page = Page(an.post("/filings", data=filled(an, world) | {name: value}))
    links = [a.get("href") for a in page.by_id("error-summary").iter("a")]
    assert links == [f"#{name}"]
    assert page.by_id(name).get("aria-invalid") == "true"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\u202eabc", "🎉 feest", "Zoë ’s"])
def test_markup_and_any_letters_are_text(sign_in, world, text):
    request_id = filed(sign_in("an"), world, report=text, goal=text[:100])
    page = sign_in("an").page(f"/requests/{request_id}")
    assert text in page.text()


def test_others_cannot_pay_more_than_the_price(sign_in, world):
    an = sign_in("an")
    response = an.post("/filings", data=filled(an, world, part_school="41"))
    assert errors(response) == ["Anderen kunnen niet meer betalen dan de prijs."]


def test_a_discount_needs_an_agreement_on_the_date(sign_in, world):
    an = sign_in("an")
    words = ["Deze aanbieder heeft op deze datum geen kortingsafspraak."]
    assert errors(an.post("/filings", data=filled(an, world, kind="discount"))) == words
    early = discount(an, world, cost_on="31/12/2025")
    assert errors(an.post("/filings", data=early)) == words


def test_free_words_need_a_kind(sign_in, world):
    an = sign_in("an")
    response = an.post("/filings", data=filled(an, world, what="Turnles", activity_id=""))
    assert errors(response) == ["Kies de soort activiteit."]


def test_an_activity_that_was_closed_meanwhile_is_said(sign_in, world, app):
    an = sign_in("an")
    fields = filled(an, world)
    with app.app_context(), transaction():
        activity = db.session.get_one(Activity, world.activities["lidgeld chiro"])
        activity.closed_on = dt.date(2026, 11, 1)
    words = "Deze activiteit staat niet meer in het aanbod. Kies een andere."
    assert errors(an.post("/filings", data=fields)) == [words]


def test_no_rule_in_force_on_the_date_of_the_cost(sign_in, world):
    an = sign_in("an")
    response = an.post("/filings", data=filled(an, world, cost_on="31/12/2019"))
    assert errors(response) == ["Op 31/12/2019 geldt er geen reglement."]


def test_no_rule_in_force_at_all(sign_in, world, app):
    an = sign_in("an")
    fields = filled(an, world)
    with app.app_context(), transaction():
        db.session.scalars(select(RuleVersion)).one().valid_until = dt.date(2026, 11, 23)
    response = an.post("/filings", data=fields | {"cost_on": "20/11/2026"})
    assert errors(response)[0].startswith("Vandaag geldt er geen reglement.")
    assert "reglement" in said(an.page(f"/filings/new?client={world.clients['noor']}"))


@pytest.mark.parametrize("token", ["", "wrong", "é\u202e", None])
def test_a_wrong_token_files_nothing(sign_in, world, app, token):
    an = sign_in("an")
    fields = filled(an, world)
    fields.pop("csrf_token")
    if token is not None:
        fields["csrf_token"] = token
    assert an.post("/filings", data=fields).status_code == 400
    with app.app_context():
        assert count(Filing) == 0


@pytest.mark.parametrize("who", ["karim", None])
def test_a_client_who_is_not_ours_is_not_there(sign_in, world, who):
    an = sign_in("an")
    fields = filled(an, world, opened_for=str(world.clients[who] if who else 999_999))
    assert an.post("/filings", data=fields).status_code == 404


def test_a_client_outside_the_household_cannot_be_chosen(sign_in, world):
    an = sign_in("an")
    response = an.post("/filings", data=filled(an, world, client_id=str(world.clients["zoë"])))
    assert errors(response) == ["Kies iets uit de lijst."]
