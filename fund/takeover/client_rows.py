"""A table of clients read as people and households, for a takeover. `store()` opens the files, once."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flask_babel import gettext as _

from accounts.models import Account, Person
from core import clock
from core.db import db
from core.names import folded
from fund.takeover.queries import KnownPeople, known_people
from fund.takeover.rows import Found, Row, TermWords, somebody_else
from fund.takeover.synonyms import ROLE_WORDS, STATUS_WORDS
from intake.people.actions import next_file_number
from intake.people.arrivals.actions import Arrival, Place, take_in
from intake.people.models import Client
from intake.people.persons import NewPerson
from intake.people.queries import household_of, workers
from terms.lists import ROLES_IN_HOUSEHOLD, STATUSES

OLDEST_YEARS: Final = 120


@dataclass
class Wanted:
    """Somebody in the table, with whom and where; and who it is when there is a file."""

    arrival: Arrival
    place: Place
    household: str
    client_id: int | None = None


class ClientRows:
    """The people of a table, by household."""

    def __init__(self, rows: Sequence[Row], worker_id: int | None) -> None:
        self.found = Found()
        self.workers = workers()
        self.worker = next((one for one in self.workers if one.id == worker_id), None)
        self.statuses = TermWords(STATUSES, STATUS_WORDS)
        self.roles = TermWords(ROLES_IN_HOUSEHOLD, ROLE_WORDS)
        self.households: dict[str, list[Wanted]] = {}
        self._seen: dict[object, int] = {}
        read = [(row, self._read(row)) for row in rows]
        people = [one.arrival for _row, one in read if one]
        known = known_people(
            (one.file_number for one in people if one.file_number),
            (one.person.birth_on for one in people),
        )
        for row, wanted in read:
            if wanted is not None:
                self._take(row, wanted, known)
            self.found.problems += row.problems
            self.found.shown.append((row.number, row.shown))

    def store(self, by: Account) -> None:
        """Open the files of those who have none; the caller's transaction holds all of it."""
        for people in self.households.values():
            new = [self._numbered(one.arrival) for one in people if one.client_id is None]
            if not new:
                continue
            lives_with = next((one.client_id for one in people if one.client_id), None)
            known = db.session.get_one(Client, lives_with) if lives_with else None
            household = household_of(known, clock.today()) if known else None
            place = next((one.place for one in people if one.place != Place()), Place())
            take_in(new, place, household)

    def _numbered(self, arrival: Arrival) -> Arrival:
        """Who has no number in the list gets the next one that nobody else in the list has."""
        number = arrival.file_number
        while not number:
            next_one = next_file_number()
            number = "" if next_one in self._seen else next_one
        return replace(arrival, file_number=number)

    def _read(self, row: Row) -> Wanted | None:
        number = row.text("file_number", 20).upper()
        given = row.text("given_name", 80, needed=True)
        family = row.text("family_name", 80, needed=True)
        for column, name in (("given_name", given), ("family_name", family)):
            if name and not any(letter.isalpha() for letter in name):
                row.wrong(column, _("A name has at least one letter."))
        birth_on = self._birth(row)
        statuses = row.codes("statuses", self.statuses)
        from_on, until_on = row.day("status_from_on"), row.day("status_until_on")
        if until_on and until_on < (from_on or dt.date(clock.today().year, 1, 1)):
            row.wrong("status_until_on", _("The end lies before the beginning."))
        role, worker = row.code("role", self.roles), self._worker(row)
        place, household = self._place(row), folded(row.text("household", 80))
        if row.problems or birth_on is None or worker is None:
            return None
        person = NewPerson(given, family, birth_on, role=role)
        arrival = Arrival(
            person=person,
            worker=worker,
            file_number=number,
            statuses=statuses,
            status_from_on=from_on,
            status_until_on=until_on,
        )
        return Wanted(arrival, place, household or f"row {row.number}")

    def _birth(self, row: Row) -> dt.date | None:
        born, today = row.day("birth_on", needed=True), clock.today()
        if born and born > today:
            row.wrong("birth_on", _("A date of birth cannot lie in the future."))
        elif born and born.year < today.year - OLDEST_YEARS:
            row.wrong("birth_on", _("Check the year of this date of birth."))
        return born

    def _place(self, row: Row) -> Place:
        return Place(
            street=row.text("street", 160),
            postal_code=row.text("postal_code", 10),
            town=row.text("town", 80),
            neighbourhood=row.text("neighbourhood", 60),
        )

    def _worker(self, row: Row) -> Person | None:
        typed = row.text("worker", 120)
        if not typed:
            if self.worker is None:
                row.wrong(
                    "worker",
                    _("Whose file is this? Choose a social worker above, or write one in the row."),
                )
            else:
                row.shown["worker"] = self.worker.name
            return self.worker
        same = [one for one in self.workers if folded(one.name) == folded(typed)]
        if len(same) != 1:
            row.wrong(
                "worker",
                _("No social worker with a team has this name. Write it as it stands under Staff."),
            )
            return None
        return same[0]

    def _take(self, row: Row, wanted: Wanted, known: KnownPeople) -> None:
        person = wanted.arrival.person
        wanted.client_id = self._known(row, wanted.arrival, known)
        name = (folded(f"{person.family_name} {person.given_name}"), person.birth_on)
        for key in (name, wanted.arrival.file_number):
            earlier = self._seen.setdefault(key, row.number) if key else row.number
            if earlier != row.number:
                words = _(
                    "This person stands in row %(row)s too. Keep one row for each person.",
                    row=earlier,
                )
                row.wrong("family_name", words)
                return
        if not row.problems:
            self.households.setdefault(wanted.household, []).append(wanted)
            self.found.known += wanted.client_id is not None
            self.found.new += wanted.client_id is None

    def _known(self, row: Row, arrival: Arrival, known: KnownPeople) -> int | None:
        """Who it is; a file number that is somebody else's is wrong."""
        person = arrival.person
        name = (folded(f"{person.family_name} {person.given_name}"), person.birth_on)
        by_number = known.by_number.get(arrival.file_number)
        if by_number is None:
            by_name = known.by_name.get(name)
            return by_name.client_id if by_name else None
        if not by_number.is_called(*name):
            row.wrong("file_number", somebody_else())
        return by_number.client_id
