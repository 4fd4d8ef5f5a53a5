"""Beside a decision: how the like was decided of late, and which line another amount leaves."""

import datetime as dt

import pytest
from sqlalchemy import select, update

from core import clock
from core.db import transaction
from fund.meetings.models import UrgentGrant
from fund.models import Decision
from intake.requests.recusal.models import Recusal
from tests.fund import desk
from tests.meetings import desk as meeting


def decided_before(app, world, sign_in, count, cost_cents=1_000):
    bert = sign_in("bert")
    for place in range(count):
        request_id = desk.filed(app, world, cost_cents=cost_cents + place * 100)
        if place:
            desk.grant(bert, request_id)
        else:
            desk.press(bert, request_id, "refuse", reason_code="other", reasons="Nee.")
    return bert


@pytest.mark.parametrize(("count", "is_shown"), [(4, False), (5, True)])
def test_the_like_is_counted_from_five_on(app, world, sign_in, count, is_shown):
    bert = decided_before(app, world, sign_in, count)
    page = bert.page(f"/worklist/{desk.filed(app, world, 'zoë')}")
    assert (page.by_id("comparable") is not None) == is_shown
    if is_shown:
        assert "4 toegekend, 0 gedeeltelijk, 1 geweigerd." in page.text()
        assert "De middelste toekenning" not in page.text()


def test_what_was_not_ratified_is_not_counted(app, world, sign_in):
    bert = decided_before(app, world, sign_in, 5)
    with app.app_context(), transaction() as session:
        one = session.scalars(select(Decision).order_by(Decision.id.desc())).first()
        urgent = {"body": "bcsd", "why": "Morgen.", "outcome": "not_ratified"}
        session.add(UrgentGrant(request_id=one.request_id, decision_id=one.id, **urgent))
    page = bert.page(f"/worklist/{desk.filed(app, world, 'zoë')}")
    assert page.by_id("comparable") is None


def test_the_middle_grant_is_shown_of_five_grants(app, world, sign_in):
    bert = decided_before(app, world, sign_in, 6)
    page = bert.page(f"/worklist/{desk.filed(app, world, 'zoë')}").text().replace("\xa0", " ")
    assert "De middelste toekenning is € 11,70." in page


@pytest.mark.parametrize(
    "other",
    [
        {"category": "swimming"},
        {"scheme": "korting"},
        {"decided_at": dt.datetime(2025, 11, 23, tzinfo=dt.UTC)},
        {"undone_at": dt.datetime(2026, 11, 24, tzinfo=dt.UTC)},
        {"revised_at": dt.datetime(2026, 11, 24, tzinfo=dt.UTC)},
    ],
)
def test_what_is_not_alike_does_not_count(app, world, sign_in, other):
    bert = decided_before(app, world, sign_in, 5)
    with app.app_context(), transaction() as session:
        first = session.query(Decision.id).order_by(Decision.id).limit(1).scalar()
        session.execute(update(Decision).where(Decision.id == first).values(**other))
    page = bert.page(f"/worklist/{desk.filed(app, world, 'zoë')}")
    assert page.by_id("comparable") is None


def test_who_may_read_the_files_reads_which_they_are(app, world, sign_in):
    bert = decided_before(app, world, sign_in, 2)
    asked = desk.filed(app, world, "zoë")
    way = bert.page(f"/worklist/{asked}").by_id("alike")
    shown = bert.page(way.get("href"))
    said = shown.text(shown.by_id("alike")).replace("\xa0", " ")
    words = ("Geweigerd", "Een andere reden", "€ 9,90", "€ 11,00")  # € 9.90 was given of € 11
    assert [one for one in words if one not in said] == []
    assert "Lena" not in said


def test_the_list_holds_neither_itself_nor_what_one_stepped_back_from(app, world, sign_in):
    bert = decided_before(app, world, sign_in, 3)
    asked = desk.filed(app, world, "zoë")
    with app.app_context(), transaction() as session:
        first = session.scalars(select(Decision.request_id).order_by(Decision.id).limit(1)).one()
        row = Recusal(request_id=first, person_id=world.people["bert"], at=clock.now())
        session.add(row)
    shown = bert.page(f"/worklist/{asked}/alike")
    assert shown.by_id(f"alike-{first}") is None
    assert shown.by_id(f"alike-{first + 1}") is not None
    desk.grant(bert, asked)
    assert bert.page(f"/worklist/{asked}/alike").by_id(f"alike-{asked}") is None


def test_another_amount_names_the_line_that_it_leaves(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    typed = {"amount": "60,00", "reasons": "Minder nodig.", "deviates_from": "0"}
    desk.press(bert, request_id, "amount", **typed)
    with app.app_context():
        decision = desk.decision_of(request_id)
        assert decision.deviates_from == "0"
        first, rest = decision.reasons.split("\n")
        assert first.startswith("Het bedrag wijkt af van de berekening bij: ")
        assert rest == "Minder nodig."
    assert "Wijkt af van" in bert.page(f"/worklist/{request_id}").text()
    assert "Het bedrag wijkt af" in sign_in("an").page(f"/requests/{request_id}").text()


def test_without_a_line_it_is_another_reason(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    desk.press(bert, request_id, "amount", amount="60,00", reasons="Minder nodig.")
    with app.app_context():
        decision = desk.decision_of(request_id)
        assert (decision.deviates_from, decision.reasons) == ("other", "Minder nodig.")


@pytest.mark.parametrize("line", ["99", "-1", "x", "1.5", "٣", "0" * 12, "9" * 5_000])
def test_a_line_that_is_not_there_is_refused(app, world, sign_in, line):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    typed = {"amount": "60,00", "reasons": "Minder.", "deviates_from": line}
    assert desk.press(bert, request_id, "amount", **typed).status_code == 422


def test_a_draft_of_a_meeting_keeps_the_line_that_it_leaves_and_no_other_word(app, world, sign_in):
    meeting.committee(app)
    sara = sign_in("sara")
    _meeting, (one,) = meeting.convened(app, world, sara, "noor")
    typed = {"ruling": "grant", "amount": "9,00", "reasons": "Zo.", "deviates_from": "9" * 5_000}
    meeting.done(meeting.press(sara, one, "draft", **typed))
    assert meeting.item(app, one, "granted_cents", "deviates_from") == [900, ""]
    assert meeting.press(sara, one, "draft", **typed | {"amount": "8,00"}).status_code == 422


def test_the_whole_amount_deviates_from_nothing(app, world, sign_in):
    request_id, bert = desk.filed(app, world), sign_in("bert")
    desk.grant(bert, request_id)
    with app.app_context():
        assert desk.decision_of(request_id).deviates_from == ""
