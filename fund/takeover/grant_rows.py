"""A table of this year's grants read as requests that are taken over. `store()` posts each of them, once."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from accounts.models import Account
from books.queries import balance
from core import clock
from core.db import db
from core.errors import RuleBroken
from core.money import show_cents
from core.names import folded
from core.sealing.sealed import search_key
from fund.queries import budget_needed
from fund.takeover.queries import Known, KnownPeople, known_keys, known_people
from fund.takeover.rows import Found, Row, TermWords, somebody_else
from fund.takeover.synonyms import CATEGORY_WORDS
from intake.filing.earlier.actions import EarlierGrant, rule_of_today, take_over
from intake.people.models import Client
from terms.lists import CATEGORIES

LONGEST_KEY = 36


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A row that can be read, before it is known whose it is."""

    granted_on: dt.date
    category: str
    amount_cents: int
    cost_cents: int
    what: str
    provider_name: str
    paid_on: dt.date | None


class GrantRows:
    """The grants of a table, each with the key by which it is recognised."""

    def __init__(self, rows: Sequence[Row], _worker_id: int | None) -> None:
        self.found = Found()
        self.categories = TermWords(CATEGORIES, CATEGORY_WORDS)
        self.new: list[tuple[str, int, Wanted]] = []
        self._alike: Counter[str] = Counter()
        people = known_people(
            (row.cells.get("file_number", "").upper() for row in rows), _days_of_birth(rows)
        )
        keyed = []
        for row in rows:
            wanted, who = self._read(row), self._who(row, people)
            if wanted and who and not row.problems:
                keyed.append((self._key(who, wanted), who.client_id, wanted))
            self.found.problems += row.problems
            self.found.shown.append((row.number, row.shown))
        known = known_keys(key for key, _client_id, _wanted in keyed)
        self.new = [one for one in keyed if one[0] not in known]
        self.found.new, self.found.known = len(self.new), len(keyed) - len(self.new)
        self._check_the_whole()

    def store(self, by: Account) -> None:
        """Each new grant becomes a request; its money is posted by the fund's listener."""
        rule = rule_of_today()
        for key, client_id, wanted in self.new:
            client = db.session.get_one(Client, client_id)
            take_over(EarlierGrant(client=client, **vars(wanted)), rule=rule, by=by, key=key)

    def _read(self, row: Row) -> Wanted | None:
        granted_on = self._granted_on(row)
        category = row.code("category", self.categories, needed=True)
        amount_cents, cost_cents = row.cents("amount", needed=True), row.cents("cost")
        what, provider_name = row.text("what", 160), row.text("provider", 160)
        paid_on = row.day("paid_on")
        if paid_on and paid_on > clock.today():
            row.wrong("paid_on", _("This date lies in the future."))
        if amount_cents and cost_cents and cost_cents < amount_cents:
            row.wrong("cost", _("The price is lower than the amount granted."))
        if granted_on is None or amount_cents is None or row.problems:
            return None
        return Wanted(
            granted_on=granted_on,
            category=category,
            amount_cents=amount_cents,
            cost_cents=cost_cents or amount_cents,
            what=what or self.categories.label(category),
            provider_name=provider_name,
            paid_on=paid_on,
        )

    def _granted_on(self, row: Row) -> dt.date | None:
        granted_on, today = row.day("granted_on", needed=True), clock.today()
        if granted_on and granted_on > today:
            row.wrong("granted_on", _("This date lies in the future."))
        elif granted_on and granted_on.year != today.year:
            row.wrong(
                "granted_on",
                _(
                    "Only grants of %(year)s count from now on. Leave this row out.",
                    year=today.year,
                ),
            )
        return granted_on

    def _who(self, row: Row, people: KnownPeople) -> Known | None:
        """By file number, else by full name and date of birth; both must fit where both are there."""
        number = row.text("file_number", 20).upper()
        given, family = row.text("given_name", 80), row.text("family_name", 80)
        born = row.day("birth_on")
        name = folded(f"{family} {given}") if given and family else ""
        if number:
            found = people.by_number.get(number)
            if found and ((name and name not in found.names) or born not in (None, found.birth_on)):
                row.wrong("file_number", somebody_else())
            column = "file_number"
        elif name and born:
            found, column = people.by_name.get((name, born)), "family_name"
        else:
            row.wrong(
                "file_number",
                _(
                    "Whose grant is this? Write a file number, or the full name and the date of birth."
                ),
            )
            return None
        if found is None:
            row.wrong(
                column,
                _(
                    "Nobody here is known like this. Take the clients over first, or correct this row."
                ),
            )
        return found

    def _key(self, who: Known, wanted: Wanted) -> str:
        """The same for the same grant in every list; equal rows of one list are told apart by their order."""
        same = f"{who.client_id}|{wanted.granted_on}|{wanted.category}|{wanted.amount_cents}"
        self._alike[same] += 1
        return (
            "t" + search_key(f"{same}|{self._alike[same]}", column="taken_over")[: LONGEST_KEY - 1]
        )

    def _check_the_whole(self) -> None:
        """There must be a rule to count under and room in the budget to stand in."""
        try:
            _version, scheme = rule_of_today()
            budget = budget_needed(scheme.code, clock.today())
        except RuleBroken as broken:
            self.found.wrong(broken.message)
            return
        room_cents = balance(budget).free_cents
        sum_cents = sum(wanted.amount_cents for _key, _client_id, wanted in self.new)
        if sum_cents > room_cents:
            self.found.wrong(
                _(
                    "These grants are %(sum)s together, and the budget has %(room)s left. Raise the budget first.",
                    sum=show_cents(sum_cents),
                    room=show_cents(room_cents),
                )
            )


def _days_of_birth(rows: Sequence[Row]) -> set[dt.date]:
    """Read apart, on rows of their own: what is wrong with them is said once, later."""
    quiet = [Row(row.number, row.cells, {}) for row in rows if row.cells.get("birth_on")]
    return {born for row in quiet if (born := row.day("birth_on"))}
