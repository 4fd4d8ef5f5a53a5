"""Meetings that somebody can meet: Fien leads them, Omer and Arne sit in the committee, Boris chairs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page
from sqlalchemy import select

from accounts.models import Account
from accounts.queries import account_by_username
from core import clock, settings
from core.db import db, transaction
from fund.meetings import agenda, convening, drafting, seats
from fund.meetings.choices import AGENDA
from fund.meetings.models import Meeting
from fund.meetings.queries import candidates
from fund.meetings.urgent import actions as urgency
from fund.meetings.votes import actions as session
from fund.meetings.votes import closing, minutes, presence
from fund.meetings.votes.seen import minutes_mark
from tests.browser.deciding import BY_MEETING
from tests.browser.house import House
from tests.browser.sight import Way
from tests.browser.town import inside

NOW = dt.datetime(2026, 11, 24, 8, 30, tzinfo=dt.UTC)
TONIGHT = dt.datetime(2026, 11, 24, 18, 30, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 12, 8, 18, 30, tzinfo=dt.UTC)
ROOM = "Raadzaal, Stadsplein 1"
# Early enough that no item is an urgent one.
AHEAD = dt.timedelta(days=9)
COMMITTEE = "bcsd"
MEMBERS = ("boris", "omer", "arne")
WORKS_AS = (
    "UPDATE role_grant SET role = '{}' WHERE account_id IN"
    " (SELECT id FROM account WHERE username IN ({}))"
)
# The committee decides on these; what waits beyond them would fill ten evenings.
ITS_REQUESTS = (
    "UPDATE request SET body = 'bcsd' WHERE id IN (SELECT id FROM request WHERE"
    " status = 'submitted' AND kind = 'fund' ORDER BY legal_due_on, id LIMIT 9)"
)

Stage = Callable[[Account], Meeting]


@contextmanager
def committee(house: House) -> Iterator[Account]:
    """It decides here, by its votes; who leads its meetings."""
    house.change(BY_MEETING)
    house.change(ITS_REQUESTS)
    house.change("DELETE FROM committee_seat")
    house.change(WORKS_AS.format("secretary", "'fien'"))
    house.change(WORKS_AS.format("member", "'omer', 'arne'"))
    with inside(house) as app, app.test_request_context(), clock.at(NOW), transaction():
        settings.put(AGENDA, "here", by=None)
        fien = account_by_username("fien")
        for who in MEMBERS:
            person = account_by_username(who).person_id
            seats.give_seat(COMMITTEE, person, is_chair=who == "boris", by=fien)
        yield fien


def planned(fien: Account, on: dt.datetime = LATER, most: int = 6) -> Meeting:
    """With what waits longest on its agenda, and the rest beside it."""
    meeting = agenda.plan(COMMITTEE, on, ROOM, by=fien)
    for request in candidates(COMMITTEE)[:most]:
        agenda.put_on(meeting, request, by=fien)
    return meeting


def proposed(fien: Account, on: dt.datetime = LATER) -> Meeting:
    """All items have a proposal."""
    meeting = planned(fien, on)
    for item in meeting.items:
        if not item.outcome:
            words = drafting.Draft(ruling="refuse", reason_code="other", reasons="Al gekregen.")
            drafting.draft(item, words, by=fien)
    return meeting


def convened(fien: Account, on: dt.datetime = LATER) -> Meeting:
    """Its agenda has left."""
    meeting = proposed(fien, on)
    # As if each had its papers: then they stand in the block.
    for item in meeting.items:
        item.is_clean = item.outcome == "granted"
    with clock.at(on - AHEAD):
        convening.convene(meeting, by=fien)
    return meeting


def opened(fien: Account) -> Meeting:
    """In session, but for Arne."""
    with clock.at(TONIGHT):
        meeting = convened(fien, TONIGHT)
        session.begin(meeting, _persons("boris", "omer"), by=fien)
    return meeting


def without_quorum(fien: Account) -> Meeting:
    """Only the chair came."""
    meeting = convened(fien, TONIGHT)
    session.begin(meeting, _persons("boris"), by=fien)
    return meeting


def closed(fien: Account) -> Meeting:
    """Voted on, some by consensus; signed, and a word of it put right."""
    meeting = opened(fien)
    for place, item in enumerate(meeting.items):
        if place == 4:
            session.postpone(item, why="Er ontbreekt een attest.", by=fien)
        elif len(presence.voters_on(item)) == 2 and not item.deviates_from:
            session.vote(item, None if place else session.Votes(1, 0, 1), by=fien)
    said = "De voorzitter opent om 19.30 uur.\nDe notulist leest het verslag voor."
    minutes.write(meeting, said, seen=minutes_mark(meeting), by=fien)
    closing.close(meeting, by=fien)
    minutes.sign(meeting, by=fien)
    minutes.correct(meeting, "De zitting opende om 19.40 uur.", by=fien)
    return meeting


def ratifying(fien: Account) -> Meeting:
    """What the chair granted stands first on the agenda."""
    boris = account_by_username("boris")
    request = next(one for one in candidates(COMMITTEE) if one.proposed_cents)
    urgency.grant_urgently(
        request, by=boris, amount_cents=request.proposed_cents, why="Het kamp begint morgen."
    )
    return opened(fien)


def _persons(*names: str) -> list[int]:
    wanted = select(Account.person_id).where(Account.username.in_(names))
    return list(db.session.scalars(wanted))


def on_meeting(stage: Stage, rest: str = "") -> Way:
    """The page of a meeting that is so far."""

    def way(page: Page, house: House) -> None:
        with committee(house) as fien:
            number = stage(fien).id
        page.goto(f"/meetings/{number}{rest}")

    return way


def on_item(stage: Stage, place: int = 0) -> Way:
    """The page of one of its items."""

    def way(page: Page, house: House) -> None:
        with committee(house) as fien:
            number = stage(fien).items[place].id
        page.goto(f"/meetings/items/{number}")

    return way


def pressed(way: Way, button: str, *first: str, **typed: str) -> Way:
    """The same after something was typed and sent; `first` unfolds what hides it."""

    def then(page: Page, house: House) -> None:
        way(page, house)
        for selector in first:
            page.locator(selector).first.click()
        for name, value in typed.items():
            page.locator(f"main [name='{name}']:visible").first.fill(value)
        with page.expect_event("load"):
            page.locator(button).click()

    return then


def at(address: str, *before: Stage) -> Way:
    """Another page beside them."""

    def way(page: Page, house: House) -> None:
        with committee(house) as fien:
            for stage in before:
                stage(fien)
        page.goto(address)

    return way


def urgent(page: Page, house: House) -> None:
    """What Boris may grant before the meeting."""
    with committee(house):
        number = next(one.id for one in candidates(COMMITTEE) if one.proposed_cents)
    page.goto(f"/worklist/{number}/urgent")


STATES = (
    ("meetings", "fien", at("/meetings", closed, planned)),
    ("meetings-none", "fien", at("/meetings")),
    ("meetings-off", "hilde", "/meetings"),
    ("meetings-member", "omer", at("/meetings", convened)),
    ("meetings-plan-wrong", "fien", pressed(at("/meetings"), "#plan", time="laat")),
    ("meeting-new", "fien", on_meeting(lambda fien: planned(fien, most=0))),
    ("meeting-preparing", "fien", on_meeting(planned)),
    ("meeting-convene-wrong", "fien", pressed(
        on_meeting(lambda fien: proposed(fien, TONIGHT)), "#convene")),
    ("meeting-convened", "fien", on_meeting(convened)),
    ("meeting-convened-member", "omer", on_meeting(convened)),
    ("meeting-presence", "fien", on_meeting(lambda fien: convened(fien, TONIGHT))),
    ("meeting-open", "fien", on_meeting(opened)),
    ("meeting-block-wrong", "fien", pressed(
        on_meeting(opened), "#count-block-votes", "#count-block summary", for_n="7")),
    ("meeting-no-quorum", "fien", on_meeting(without_quorum)),
    ("meeting-closed", "fien", on_meeting(closed)),
    ("meeting-closed-member", "omer", on_meeting(closed)),
    ("meeting-decisions", "fien", on_meeting(closed, "/decisions")),
    ("meeting-minutes", "fien", on_meeting(closed, "/minutes")),
    ("meeting-agenda", "omer", on_meeting(convened, "/agenda")),
    ("item", "fien", on_item(opened, 4)),
    ("item-member", "omer", on_item(convened)),
    ("item-ratify", "fien", on_item(ratifying)),
    ("item-vote-wrong", "fien", pressed(on_item(opened, 4), "#record", "#count summary", for_n="9")),
    ("item-draft-wrong", "fien", pressed(
        on_item(convened), "#keep-draft", "#draft-part summary", amount="1.234.5")),
    ("item-decided", "fien", on_item(closed, 1)),
    ("seats", "fien", at("/meetings/members")),
    ("seats-wrong", "fien", pressed(at("/meetings/members"), "#give-seat")),
    ("urgent", "boris", urgent),
    ("urgent-wrong", "boris", pressed(urgent, "#grant-urgently")),
)  # fmt: skip
