"""How a letter left is written down: from there the terms run, and nothing is undone any more."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from core.audit import AuditEntry
from core.clock import is_working_day
from core.db import db
from core.letters.letters import WAYS
from fund.letters.terms import CERTAIN, appeal_until, months_later
from tests.fund import desk, rule
from tests.inspector import Page
from tests.letters import desk as post

REGISTERED = {"way": "registered", "tracking": "RR123456785BE"}


def ready(app, world, sign_in, who="noor"):
    post.settle(app)
    request_id = post.granted(app, world, sign_in, who)
    bert = sign_in("bert")
    post.printed(app, bert)
    return bert, request_id, post.letter_id(app, request_id)


def test_a_registered_letter_starts_the_three_months(app, world, sign_in):
    bert, request_id, number = ready(app, world, sign_in)
    page = desk.seen(bert, post.send(bert, number, **REGISTERED))
    assert "beroep tot 24/02/2027" in page.text()
    with app.app_context():
        request, letter = desk.request_of(request_id), post.letters_of(request_id)[-1]
        assert (request.status, request.notified_on) == ("notified", dt.date(2026, 11, 24))
        assert request.appeal_until_on == dt.date(2027, 2, 24)
        assert (letter.stage, letter.tracking) == ("sent", "RR123456785BE")
        assert letter.letter.sent_way == "registered"


def test_a_signed_receipt_counts_from_the_signature(app, world, sign_in):
    _bert, request_id, number = ready(app, world, sign_in)
    with desk.days_later(3):
        bert = sign_in("bert")
        assert post.send(bert, number, way="receipt", on="26/11/2026").status_code == 303
    with app.app_context():
        assert desk.request_of(request_id).appeal_until_on == dt.date(2027, 2, 26)


@pytest.mark.parametrize("way", sorted(set(WAYS) - CERTAIN))
def test_other_ways_leave_the_end_of_the_term_open(app, world, sign_in, way):
    bert, request_id, number = ready(app, world, sign_in)
    page = desk.seen(bert, post.send(bert, number, way=way))
    assert "einde van de beroepstermijn niet zeker" in page.text()
    with app.app_context():
        assert desk.request_of(request_id).appeal_until_on is None
    assert "niet aangetekend, niet getekend" in sign_in("an").page(f"/requests/{request_id}").text()


def test_a_sent_letter_ends_undoing(app, world, sign_in):
    bert, request_id, number = ready(app, world, sign_in)
    post.send(bert, number)
    assert f"/worklist/{request_id}/undo" not in bert.page("/decided").html
    with app.app_context():
        form = {"version": desk.request_of(request_id).lock_version}
    assert bert.send(f"/worklist/{request_id}/undo", form).status_code in {409, 422}
    assert post.stage_of(app, request_id) == "sent"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"way": "registered"}, "Vul het nummer van de aangetekende brief in."),
        ({"on": "25/11/2026"}, "kan niet in de toekomst"),
        ({"on": "23/11/2026"}, "kan niet voor de beslissing"),
        ({"on": "31/02/2026"}, "Schrijf een datum"),
        ({"way": "pigeon"}, "Kies iets uit de lijst."),
    ],
)
def test_what_cannot_be_is_said_at_the_field(app, world, sign_in, typed, said):
    bert, request_id, number = ready(app, world, sign_in)
    answer = post.send(bert, number, **typed)
    assert answer.status_code == 422
    assert said in Page(answer).text()
    assert post.stage_of(app, request_id) == "ready"


def test_a_letter_leaves_on_the_day_that_it_was_made_or_later(app, world, sign_in):
    post.settle(app)
    request_id = post.granted(app, world, sign_in)
    with desk.days_later(3):
        bert = sign_in("bert")
        post.printed(app, bert)
        number = post.letter_id(app, request_id)
        answer = post.send(bert, number, **REGISTERED, on="26/11/2026")
        assert answer.status_code == 422
        assert "gemaakt op 27/11/2026" in Page(answer).text()
        assert post.send(bert, number, **REGISTERED, on="27/11/2026").status_code == 303


def test_no_post_where_none_may_come(app, world, sign_in):
    post.settle(app)
    post.no_post(app, world, "lena")
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    post.printed(app, bert)
    number = post.letter_id(app, request_id)
    assert "Geef de brief zelf af." in post.send(bert, number, way="post").text
    assert post.send(bert, number, way="receipt").status_code == 303


def test_sending_twice_is_a_conflict(app, world, sign_in):
    bert, _request_id, number = ready(app, world, sign_in)
    form = bert.page(f"/letters/{number}").form(f"/letters/{number}/sent")
    assert bert.post(f"/letters/{number}/sent", data=form).status_code == 303
    assert bert.post(f"/letters/{number}/sent", data=form).status_code == 409


def test_a_letter_of_ones_own_may_be_noted_where_none_was_made(app, world, sign_in):
    request_id = post.granted(app, world, sign_in)
    bert = sign_in("bert")
    form = bert.page("/decided").form(f"/decided/{request_id}/sent")
    assert "Zelf verstuurd" in bert.page("/decided").text()
    assert bert.post(f"/decided/{request_id}/sent", data=form).status_code == 303
    assert post.stage_of(app, request_id) == "sent"


def test_a_letter_that_lacks_something_is_only_marked_as_one_of_the_service_itself(
    app, world, sign_in
):
    request_id = post.refused(app, world, sign_in)
    bert, number = sign_in("bert"), post.letter_id(app, request_id)
    assert bert.page(f"/letters/{number}").by_id("lacking") is not None
    answer = post.send(bert, number, **REGISTERED)
    assert answer.status_code == 422
    assert "Deze brief is hier niet gemaakt." in Page(answer).text()
    version = bert.page(f"/letters/{number}").form(f"/letters/{number}/sent")["version"]
    by_hand = bert.send(f"/decided/{request_id}/sent", {"version": version})
    assert by_hand.status_code == 422
    page = desk.seen(bert, post.send(bert, number, **REGISTERED, own="y"))
    for said in ("brief van de dienst zelf", "einde van de beroepstermijn niet zeker"):
        assert said in page.text()
    with app.app_context():
        request = desk.request_of(request_id)
        assert (request.status, request.appeal_until_on) == ("notified", None)
        own = select(AuditEntry.object_id).where(AuditEntry.action == "letter.sent_own")
        assert db.session.scalars(own).all() == [str(request_id)]


def test_the_eight_days_stand_on_the_request_until_it_left(app, world, sign_in):
    bert, request_id, number = ready(app, world, sign_in)
    an = sign_in("an")
    assert "2 december 2026" in an.page(f"/requests/{request_id}").text()
    post.send(bert, number)
    assert "Brief ten laatste op" not in an.page(f"/requests/{request_id}").text()
    assert an.get(f"/requests/{request_id}/letter.pdf").data.startswith(b"%PDF")


@given(st.dates(dt.date(2020, 1, 1), dt.date(2060, 1, 1)))
def test_the_end_is_a_working_day_three_months_on_at_the_earliest(day):
    end = appeal_until("registered", day)
    assert end is not None
    assert is_working_day(end)
    assert dt.timedelta(0) <= end - months_later(day, 3) <= dt.timedelta(days=5)


@pytest.mark.parametrize(
    ("posted", "until"),
    [("2026-11-30", "2027-03-01"), ("2026-08-25", "2026-11-25"), ("2027-01-31", "2027-04-30"),
     ("2026-09-25", "2026-12-28"), ("2027-11-29", "2028-02-29")],
)  # fmt: skip
def test_ends_by_the_calendar(posted, until):
    assert appeal_until("receipt", dt.date.fromisoformat(posted)) == dt.date.fromisoformat(until)


def test_notice_and_appeal_run_by_the_rule_that_it_was_decided_by(app, world, sign_in):
    limits = "[schemes.cultuurfonds.time_limits]\nnotify_days = 5\nappeal_months = 1\nappeal_to = 'labour_court'\n"
    rule.says(app, 'rests_on = "council_rule"', more=limits)
    bert, request_id, number = ready(app, world, sign_in)
    assert "nog 5 dagen" in bert.page("/decided").text()
    post.send(bert, number, **REGISTERED)
    with app.app_context():
        request = desk.request_of(request_id)
        assert request.notify_due_on == dt.date(2026, 11, 29)
        assert request.appeal_until_on == dt.date(2026, 12, 24)
