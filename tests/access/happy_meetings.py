"""The same for meetings: each thing that is done around one, once, where a committee decides for a while."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import delete, select

from core import settings
from core.db import db, transaction
from fund.meetings.choices import AGENDA
from fund.meetings.models import Item, Seat
from fund.setup.choices import BODY
from tests.access.browser import form_on
from tests.access.happy import a_request
from tests.access.meetings import COMMITTEE
from tests.inspector import Page

WHY = {"why": "nog niet volledig"}
# So little that the cap of one child has room for every evening.
CLEAN = {"cost_cents": 200, "evidence_seen": ("invoice",)}
Act = Callable[[Any], Any]


@contextmanager
def committee(scene: Any) -> Iterator[None]:
    """The centre leaves it to its committee, in which Mia sits and which Bert chairs."""
    with scene.app.app_context(), transaction() as session:
        settings.put(BODY, "committee", by=None)
        settings.put(AGENDA, "here", by=None)
        for who in ("bert", "mia"):
            seat = Seat(body=COMMITTEE, person_id=scene.world.people[who], is_chair=who == "bert")
            seat.from_on, seat.given_by_id = dt.date(2026, 1, 1), scene.world.people["hilde"]
            session.add(seat)
    try:
        yield
    finally:
        with scene.app.app_context(), transaction() as session:
            settings.put(BODY, "", by=None)
            settings.put(AGENDA, "", by=None)
            session.execute(delete(Seat).where(Seat.until_on.is_(None)))


class Evening:
    """One meeting of this evening about one request, as its secretary leads it."""

    def __init__(self, scene: Any) -> None:
        self.scene, self.sara = scene, scene.browsers["sara"]
        self.request_id = a_request(scene, **CLEAN)
        form = {"body": COMMITTEE, "on": "24/11/2026", "time": "19:30"}
        self.answer = self.sara.send("POST", "/meetings", form)
        self.meeting = str(self.answer.location)

    def act(self, name: str, **typed: Any) -> Evening:
        """A form of the meeting's page."""
        return self._post(self.meeting, name, typed)

    def press(self, name: str, **typed: Any) -> Evening:
        """A form of the page of its item."""
        return self._post(f"/meetings/items/{self.item}", name, typed)

    def _post(self, page: str, name: str, typed: dict[str, Any]) -> Evening:
        path = f"{page}/{name}"
        form = form_on(Page(self.sara.get(page)), path) | typed
        self.answer = self.sara.send("POST", path, form)
        assert self.answer.status_code == 303, (path, self.answer.get_data(as_text=True))
        return self

    @property
    def item(self) -> int:
        """Its newest item."""
        with self.scene.app.app_context():
            wanted = select(Item.id).where(Item.request_id == self.request_id)
            return int(db.session.scalars(wanted.order_by(Item.id.desc())).first())

    def with_agenda(self) -> Evening:
        """What waits is put on it."""
        return self.act("items", requests=str(self.request_id))

    def convened(self) -> Evening:
        """Shortly ahead, with its reason."""
        late = {"csrf_token": self.sara.token, "late_why": "dringend"}
        self.with_agenda()
        self.answer = self.sara.send("POST", f"{self.meeting}/convene", late)
        assert self.answer.status_code == 303
        return self

    def opened(self, *there: str) -> Evening:
        """With these members, both unless told otherwise."""
        people = self.scene.world.people
        return self.convened().act("open", present=[people[one] for one in there or BOTH])

    def admitted(self) -> Evening:
        """Two thirds let in what was convened so shortly ahead."""
        return self.opened().press("admit", for_n="2")

    def closed(self) -> Evening:
        """After the vote."""
        return self.admitted().press("vote").act("close")

    def late(self) -> Evening:
        """With a request that came after the convocation, in session."""
        self.convened()
        self.request_id = a_request(self.scene, **CLEAN)
        self.act("items", requests=str(self.request_id), late_why="kamp begint morgen")
        people = self.scene.world.people
        return self.act("open", present=[people[one] for one in BOTH])


BOTH = ("bert", "mia")


def evening(lead: Callable[[Evening], Evening]) -> Act:
    """An evening of the committee as far as this."""

    def do(scene: Any) -> Any:
        with committee(scene):
            return lead(Evening(scene)).answer

    return do


def give_seat(scene: Any) -> Any:
    form = {"body": "subcommittee", "person": scene.world.people["mia"], "is_chair": "y"}
    return scene.browsers["hilde"].send("POST", "/meetings/members", form)


def end_seat(scene: Any) -> Any:
    with committee(scene):
        with scene.app.app_context():
            mias = select(Seat.id).where(Seat.person_id == scene.world.people["mia"])
            number = db.session.scalars(mias.where(Seat.until_on.is_(None))).first()
        return scene.browsers["sara"].send("POST", f"/meetings/members/{number}/end")


def grant_urgently(scene: Any) -> Any:
    """Bert chairs it."""
    with committee(scene):
        path, bert = f"/worklist/{a_request(scene, **CLEAN)}/urgent", scene.browsers["bert"]
        form = form_on(Page(bert.get(path)), path) | {"why": "het kamp begint morgen"}
        return bert.send("POST", path, form)


def take_out(scene: Any) -> Any:
    """Any member may."""
    with committee(scene):
        number = Evening(scene).convened().item
        return scene.browsers["mia"].send("POST", f"/meetings/items/{number}/take-out")


HAPPY_MEETINGS = {
    "meetings.plan": evening(lambda one: one),
    "meetings.put_on": evening(Evening.with_agenda),
    "meetings.draft": evening(lambda one: one.with_agenda().press(
        "draft", ruling="grant", amount="1,00", reasons="minder nodig")),
    "meetings.convene": evening(Evening.convened),
    "meetings.call_off": evening(lambda one: one.act("call-off", **WHY)),
    "meetings.off": evening(lambda one: one.with_agenda().press("off", **WHY)),
    "meetings.take_out": take_out,
    "meetings.begin": evening(Evening.opened),
    "meetings.again": evening(lambda one: one.opened("mia").act(
        "again", on="1/12/2026", time="19:30")),
    "meetings.present": evening(lambda one: one.opened().act("present")),
    "meetings.sit_out": evening(lambda one: one.opened().press("sit-out", out="away")),
    "meetings.block": evening(lambda one: one.admitted().act("block", items=str(one.item))),
    "meetings.admit": evening(lambda one: one.late().press("admit", for_n="2")),
    "meetings.vote": evening(lambda one: one.admitted().press("vote")),
    "meetings.retract": evening(lambda one: one.admitted().press("vote").press("retract")),
    "meetings.close": evening(Evening.closed),
    "meetings.write_minutes": evening(lambda one: one.closed().act("write", minutes="Rustig.")),
    "meetings.sign": evening(lambda one: one.closed().act("sign")),
    "meetings.correct": evening(lambda one: one.closed().act("sign").act(
        "correct", words="Max was er niet.")),
    "meetings.give_seat": give_seat,
    "meetings.end_seat": end_seat,
    "meetings.grant_urgently": grant_urgently,
}  # fmt: skip
