"""One line of a form in front of a worker: its fields, what was told, what the rule gives. It changes nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from flask_babel import gettext as _
from wtforms.fields import SelectChoice

from accounts.models import Account
from core import clock
from core.errors import RuleBroken, Words
from core.money import write_cents
from intake.asking.asked import RequestInput
from intake.asking.forms import Asking, ToldForm, answered_in, field_name
from intake.asking.household import OF_HOUSEHOLD
from intake.asking.needed import Needed, counts_times, covered_by, needed_by
from intake.asking.told import SCHEME, Told
from intake.filing.checking import check, check_date
from intake.filing.forms import FilingForm
from intake.filing.lines import Typed, Wish
from intake.people.homes import Files, Stay
from intake.people.models import Client
from intake.requests.judging import Judgement, judge_draft, scheme_for
from intake.requests.models import Request
from intake.requests.queries import earlier_of
from regulation.versions.models import RuleVersion
from regulation.versions.queries import RuleText, rule_set
from regulation.vocabulary.dates import age_years
from regulation.vocabulary.facts import Claim
from regulation.vocabulary.rules import Scheme
from terms.lists import CATEGORIES

Rule: TypeAlias = RuleVersion | RuleText


@dataclass
class Line:
    """One wish of one person. `form` is what counts, `own` the fields of its card on the page.

    Alone on the form it has no key, and the form itself is both.
    """

    account: Account
    client: Client
    form: FilingForm
    own: FilingForm
    # What counts, as it was typed; empty when the form is new.
    typed: Typed
    wish: Wish | None = None
    # What was judged, and what came of it.
    judged: RequestInput | None = None
    judgement: Judgement | None = None
    problem: RuleBroken | None = None
    is_wrong: bool = False
    # The request that this line is another version of.
    corrects: Request | None = None
    # The questions of the rule that are asked of the whole household.
    for_all: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the names of its fields begin with."""
        return self.wish.key if self.wish else ""

    @property
    def prefix(self) -> str:
        """The same, as it stands before a name."""
        return f"{self.key}-" if self.key else ""

    @property
    def is_first(self) -> bool:
        """Is it the first one of its person? What stands above counts for no other."""
        return self.wish is None or self.wish.is_first

    @property
    def speaks(self) -> bool:
        """Does it say anything of its own?"""
        return self.wish is None or self.wish.speaks

    @property
    def is_blank(self) -> bool:
        """Something more for somebody, that was never filled in: it asks nothing."""
        return self.wish is not None and self.wish.is_blank

    @property
    def is_whole(self) -> bool:
        """Can the rule say what it gives?"""
        return self.judgement is not None and not self.form.missing()

    @property
    def who(self) -> str:
        """Name and age."""
        return with_age(self.client, clock.today())

    def asked(self, version: Rule | None) -> RequestInput:
        """What is asked in this line."""
        return self.form.request_input(self.read_told(version))

    def read_told(self, version: Rule | None) -> Told:
        """What was told of what the rule asks, as far as it can be read; the form then has the fields."""
        return self._told(self.asking(version))

    def _told(self, asking: Asking | None) -> Told:
        if asking is None:
            return Told()
        self.form.told = ToldForm(asking)
        return self.form.told.told()

    def judge(
        self, version: Rule | None, before: Sequence[Claim], files: Files | None = None
    ) -> None:
        """What the rule gives after the lines before it, and what it still asks."""
        asking = self.asking(version)
        told, self.judgement, self.problem = self._told(asking), None, None
        try:
            self.judged = self.form.request_input(told)
            self.judgement = judge_draft(
                self.judged, self.client, version, before, self.corrects, files
            )
        except RuleBroken as broken:
            self.problem = broken
        found = self.judgement
        if asking is None or found is None:
            return
        self.own.offer_categories(covered_by(found.scheme, CATEGORIES))
        answered, has_earlier = asking.needed.names, bool(asking.earlier)
        needed = needed_by(
            found.rules, found.scheme, found.assessment, answered, has_earlier=has_earlier
        )
        if self.key:
            self.for_all = tuple(name for name in needed.names if name in OF_HOUSEHOLD)
            names = tuple(name for name in needed.names if name not in OF_HOUSEHOLD)
            needed = Needed(names, needed.extra)
        if needed != asking.needed or found.scheme is not asking.scheme:
            self.form.told = ToldForm(replace(asking, scheme=found.scheme, needed=needed))

    def broken_rule(self) -> RuleBroken | None:
        """Why this line cannot be filed, once it is judged."""
        if self.problem or self.judgement is None or self.judged is None:
            return self.problem
        try:
            check_date(self.judged)
            check(self.judged, self.judgement)
        except RuleBroken as broken:
            return broken
        return None

    def fill_in_first(self) -> None:
        """Take the part that another payer gives first into the form, when its button was pressed."""
        payer = self.own.first_payer.data
        found = self.judgement.assessment.first_payers if self.judgement else ()
        for one in (one for one in found if one.payer == payer):
            for form in (self.form, self.own):
                part = form[f"part_{one.payer}"]
                part.data, part.raw_data = one.cents, [write_cents(one.cents)]

    def scheme(self, version: Rule | None) -> Scheme | None:
        """The part of the rule of today that it falls under, as far as it is told."""
        wanted = self.typed.get(field_name(SCHEME), "")
        return scheme_for(rule_set(version), self.form.kind.data, wanted) if version else None

    def asking(self, version: Rule | None) -> Asking | None:
        """The questions that were answered, by the rule of today."""
        rules, scheme = rule_set(version) if version else None, self.scheme(version)
        if rules is None or scheme is None:
            return None
        year = (self.form.cost_on.data or clock.today()).year
        earlier: list[tuple[str, Words]] = []
        if counts_times(scheme):
            earlier += earlier_of(self.account, self.client)
        answered, own = answered_in(rules, scheme, self.typed), self.prefix
        return Asking(rules, scheme, answered, year, self.typed, earlier=earlier, prefix=own)


def line_of(account: Account, wish: Wish, client: Client, sent: Typed) -> Line:
    """A line among others: what counts for it, and the fields of its card as they were typed."""
    form = FilingForm(formdata=wish.counts, meta={"csrf": False})
    form.offer_people([(client.id, client.given_name)])
    own = FilingForm(formdata=sent, prefix=f"{wish.key}-", meta={"csrf": False})
    own.kind.data, own.evidence_seen.data = form.kind.data, form.evidence_seen.data
    own.reason.choices = [SelectChoice("", _("As above")), *own.reason.choices[1:]]
    return Line(account, client, form, own, wish.counts, wish)


def with_age(client: Client | Stay, today: dt.date) -> str:
    """As the form names people: by given name and age."""
    age = age_years(client.birth_on, today)
    return str(_("%(name)s, %(age)s years", name=client.given_name, age=age))
