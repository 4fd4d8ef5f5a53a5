"""What lies on the desk while a worker fills in the form: the family, the draft, what the rule gives.

It belongs to intake's requests, reads through the person who asks, and changes nothing.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from accounts.models import Account
from core import clock, drafts
from core.blame import blame
from core.errors import RuleBroken
from intake.asking.asked import RequestInput
from intake.asking.forms import ToldForm
from intake.asking.household import OF_HOUSEHOLD
from intake.asking.needed import Needed
from intake.filing.forms import FilingForm, draft_key
from intake.filing.line import Line, with_age
from intake.filing.lines import MORE, Typed
from intake.goals.profile import has_plan
from intake.goals.queries import pursued_by, words_of
from intake.people.homes import Files, Home
from intake.people.identity import Bar
from intake.people.models import Client
from intake.people.queries import names_in_care
from intake.requests.judging import Judgement, rule_of
from intake.requests.lists import DRAFT_KIND
from intake.requests.models import Request
from intake.requests.queries import latest_version
from offer import queries as offer
from offer.favourites.queries import favourites_among
from offer.models import Activity
from regulation.versions.models import RuleVersion
from regulation.versions.queries import RuleText, text_in_force
from regulation.vocabulary.facts import Claim

SUGGESTIONS = 8


@dataclass
class Desk:
    """One form in front of one worker."""

    account: Account
    form: FilingForm
    client: Client
    lines: list[Line]
    # The form as it was sent or kept; empty when it is new.
    typed: Typed = field(default_factory=Typed)
    saved_at: dt.datetime | None = None
    # The offer that was searched for, and the key of the line that it is for.
    found: list[Activity] | None = None
    found_for: str = ""
    # Which of them have the star of the team.
    starred: frozenset[int] = frozenset()
    # The request that is put right here; else it is a new one.
    corrects: Request | None = None
    # All but the date is filled in already; did the household ask before?
    begins_at_date: bool = False
    asked_before: bool = False
    # What the page has read of the files.
    files: Files = field(default_factory=Files)

    @property
    def is_several(self) -> bool:
        """Are there lines, or is the form itself the one request?"""
        return bool(self.lines[0].key)

    @property
    def judgement(self) -> Judgement | None:
        """Of the first line: all there is on a form with one request."""
        return self.lines[0].judgement

    @cached_property
    def home(self) -> Home:
        """The family as it is today."""
        return self.files.home_of(self.client, clock.today())

    def seat_the_family(self) -> None:
        """Offer the members whose file is open to us, or the one whose request is put right."""
        today = clock.today()
        if self.corrects is not None:
            self.form.offer_people([(self.client.id, with_age(self.client, today))])
            return
        members = self.home.members(today)
        open_to_us = self._in_care({member.client_id for member in members})
        self.form.offer_people(
            (member.client_id, with_age(member, today))
            for member in members
            if member.client_id in open_to_us
        )
        if has_plan():
            self.form.offer_goals(
                (goal.id, f"{goal.client.given_name}: {words_of(goal)}")
                for goal in pursued_by(open_to_us)
            )

    def _in_care(self, client_ids: set[int]) -> set[int]:
        """Those whose file we work on. The form is about one of them: who lives alone needs no question."""
        others = client_ids - {self.client.id}
        found = set(names_in_care(self.account, others)) if others else set()
        return found | (client_ids - others)

    @property
    def key(self) -> str:
        """The key of the draft; a form without one gets another."""
        return draft_key(self.form.draft_id.data) or str(uuid.uuid4())

    def identity(self) -> Bar:
        """Who the bar under the header names."""
        return self.files.bar_of(self.client, clock.today())

    @cached_property
    def _drafts(self) -> Sequence[drafts.Known]:
        return drafts.known_at(DRAFT_KIND, subject_of(self.client))

    def draft_of_a_colleague(self) -> dt.datetime | None:
        """Since when a colleague has a draft about the same file."""
        me = self.account.person_id
        return next((one.saved_at for one in self._drafts if one.owner_id != me), None)

    def own_draft(self) -> drafts.Known | None:
        """One's own unfinished form about the same file, when this is another one."""
        key, me = self.form.draft_id.data, self.account.person_id
        return next((one for one in self._drafts if one.owner_id == me and one.id != key), None)

    def look_up(self, key: str = "") -> None:
        """The offer that fits what is typed in a line, or above, as on the date of the cost."""
        line = next((one for one in self.lines if one.key == key), None)
        what = line.own.what if line else self.form.what
        on = (line.form if line else self.form).cost_on.data or clock.today()
        team_id = self.account.person.team_id
        self.found_for = key
        self.found = offer.find_activities(what.data or "", on, SUGGESTIONS, team_id=team_id)
        self.starred = favourites_among([one.id for one in self.found], team_id)

    @cached_property
    def version(self) -> RuleVersion | RuleText | None:
        """The rule that judges what is asked today, or that the request goes by."""
        if self.corrects is not None:
            return rule_of(latest_version(self.corrects))
        return text_in_force(clock.today())

    def suggest_payee(self) -> None:
        """The provider, unless the rule pays others alone."""
        scheme = self.lines[0].scheme(self.version)
        payees = scheme.pay.payees if scheme and scheme.pay else ()
        if payees and self.form.payee.data not in payees:
            self.form.payee.data = payees[0]

    def requests(self) -> list[RequestInput]:
        """What is asked in each line; the form then has the fields of what was told."""
        return [line.asked(self.version) for line in self.lines]

    def judge(self) -> None:
        """What the rule gives for what is filled in so far, line after line, and what it still asks."""
        before: list[Claim] = []
        for line in self.lines:
            line.judge(self.version, before, self.files)
            if line.is_whole and line.judgement:
                before.append(line.judgement.claim)
        if self.is_several:
            self.form.told = self._told_of_all()
            for line in [one for one in self.lines if one.judgement][:1]:
                self.form.category.choices = line.own.category.choices

    def _told_of_all(self) -> ToldForm | None:
        """The questions that are asked once for the whole household."""
        asked = {name for line in self.lines for name in line.for_all}
        judged = next((one for one in self.lines if one.judgement), None)
        asking = judged.asking(self.version) if judged else None
        if asking is None:
            return None
        needed = Needed(tuple(name for name in OF_HOUSEHOLD if name in asked))
        return ToldForm(replace(asking, needed=needed, sent=self.typed, prefix=""))

    @property
    def told_shape(self) -> str:
        """Which questions there are: another shape must be shown anew."""
        forms = [self.form.told, *(one.form.told for one in self.lines if one.key)]
        return " ".join(one.shape for one in forms if one and one.shape)

    @property
    def lines_shape(self) -> str:
        """Which lines there are."""
        return " ".join(f"{one.key}:{one.client.id}" for one in self.lines if one.key)

    @property
    def asks_otherwise(self) -> list[str]:
        """The parts of the page that must stand there otherwise than they do."""
        shapes = {
            "lines": (self.lines_shape, self.form.lines_shape.data),
            "told": (self.told_shape, self.form.told_shape.data),
        }
        return [part for part, (now, there) in shapes.items() if now != (there or "")]

    def fill_in_first(self) -> None:
        """Take the part that another payer gives first into the form, when its button was pressed."""
        if any(line.own.first_payer.data for line in self.lines):
            self.judge()
        for line in self.lines:
            line.fill_in_first()

    def blame(self, broken: RuleBroken) -> None:
        """What the rule says at the field that it concerns; among lines each says its own."""
        if not self.is_several:
            blame(self.form, broken)
            return
        self.judge()
        if not any(line.broken_rule() for line in self.lines):
            self.form.form_errors.append(str(broken))

    @property
    def wants_more(self) -> bool:
        """Was one more line asked for somebody?"""
        return bool(self.typed.get(MORE))


def subject_of(client: Client) -> str:
    """What a draft is about, for colleagues: a number, no name."""
    return f"client:{client.id}"
