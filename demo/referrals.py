"""Whom partners refer in the example: links, what came by them and on paper, and what became of it."""

import datetime as dt
import uuid
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Final

from accounts.links import actions as links
from accounts.models import Account
from core import audit, clock
from core.clock import add_days
from demo.history import History, working_moment
from intake.people.models import Client
from intake.referrals import actions
from intake.referrals.queries import page_of_referrals
from intake.referrals.told import Told

SFEER, HORIZONT = "De Sfeer", "Rap op Stap (Horizont)"
# (given name, family name, contact, wish, guide); the first one has a file already.
TOLD: Final = (
    ("", "", "0489 00 11 22", "Met de kinderen naar de zwemles", "Rita"),
    (
        "Naïma",
        "Ouali",
        "0489 00 11 23",
        "Samen naar een voorstelling, ergens waar we ons thuis voelen",
        "Rita",
    ),
    ("Jos", "Thijs", "jos.thijs@voorbeeld.be", "Terug beginnen kaarten en wandelen", "Gerda"),
    ("Ewa", "Kaminski", "0489 00 11 24", "Volleybal voor mijn dochter van 11", "Gerda"),
    ("Sami", "Celik", "0489 00 11 25", "Op kamp met de Chiro", "Luc"),
)


class Partners:
    """What partners and the staff do, each at its moment."""

    def __init__(self, history: History, staff: dict[str, Account], known: Client) -> None:
        self.history, self.staff, self.known = history, staff, known
        self.token = ""

    def plan(self, today: dt.date) -> None:
        """The last two weeks of it, by chance of their own: what is asked stays what it was."""
        acts: tuple[tuple[int, Callable[[], None]], ...] = (
            (14, self.make_links),
            *((10 - number, partial(self.send, number)) for number in range(4)),
            (5, self.see_to_it),
            (2, self.type_in),
        )
        for days, act in acts:
            day = add_days(today, -days)
            self.history.plan(working_moment(Random(days), day), act)

    def make_links(self) -> None:
        """An's for De Sfeer works; the administrator withdrew the one for Rap op Stap."""
        until_on = add_days(clock.today(), 90)
        an, bea, team = self.staff["an"], self.staff["bea"], self.staff["arne"].person.team
        assert an.person.team is not None
        assert team is not None
        with audit.acting(an.person_id):
            new = links.NewLink(actions.KIND, SFEER, an.person.team, until_on, 20)
            self.token = links.make_link(new, by=an)[1]
        with audit.acting(bea.person_id):
            new = links.NewLink(actions.KIND, HORIZONT, team, until_on, 1)
            links.withdraw_link(links.make_link(new, by=bea)[0], by=bea)

    def send(self, number: int) -> None:
        """A guide of De Sfeer sends one."""
        key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"demo-referral-{number}"))
        actions.receive(self.token, self.told(number), form_key=key)

    def see_to_it(self) -> None:
        """An takes up who has a file already, and sets one aside."""
        an = self.staff["an"]
        with audit.acting(an.person_id):
            rows = page_of_referrals(an, waiting=True)[1]
            known = next(one.referral for one in rows if one.name == self.known.name)
            lost = next(one.referral for one in rows if one.name != self.known.name)
            actions.link_known(known, self.known.id, add_days(clock.today(), 300), by=an)
            actions.set_aside(lost, "not_reached", by=an)

    def type_in(self) -> None:
        """What Rap op Stap gave on paper."""
        arne = self.staff["arne"]
        key = str(uuid.uuid5(uuid.NAMESPACE_OID, "demo-paper"))
        with audit.acting(arne.person_id):
            actions.type_in(self.told(4), HORIZONT, by=arne, form_key=key)

    def told(self, number: int) -> Told:
        """What is told of one of them."""
        given, family, contact, wish, guide = TOLD[number]
        given, family = given or self.known.given_name, family or self.known.family_name
        return Told(
            given_name=given,
            family_name=family,
            contact=contact,
            wish=wish,
            signed_by=f"{given} {family}",
            signed_on=add_days(clock.today(), -1),
            scope="samen een vrijetijdsactiviteit zoeken",
            guide_name=guide,
        )
