"""What lies on the desk while a worker fills in the form: the family, the draft, what the rule gives.

It belongs to intake's requests, reads through the person who asks, and changes nothing.
"""

import datetime as dt
import uuid
from dataclasses import dataclass, field, replace
from functools import cached_property

from flask import request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from accounts.models import Account
from core import clock, drafts
from core.errors import RuleBroken, Words
from core.money import write_cents
from intake.asking.forms import Asking, ToldForm, answered_in, field_name
from intake.asking.needed import counts_times, covered_by, needed_by
from intake.asking.told import SCHEME, Told
from intake.evidence.queries import Place, kinds_at
from intake.filing.forms import FilingForm, draft_key
from intake.people.models import Client, Household
from intake.people.queries import (
    Identity,
    client_for,
    household_of,
    identity_of,
    members_of,
    names_open_to,
)
from intake.requests.judging import Judgement, judge_draft, scheme_for
from intake.requests.lists import DRAFT_KIND
from intake.requests.queries import earlier_of, last_filing_of
from offer import queries as offer
from offer.models import Activity
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_in_force, rule_set
from regulation.vocabulary.dates import age_years
from terms.lists import CATEGORIES

SUGGESTIONS = 8


@dataclass
class Desk:
    """One form in front of one worker."""

    account: Account
    form: FilingForm
    client: Client
    # The form as it was sent or kept; empty when it is new.
    typed: MultiDict[str, str] = field(default_factory=MultiDict)
    saved_at: dt.datetime | None = None
    found: list[Activity] | None = None
    judgement: Judgement | None = None
    problem: RuleBroken | None = None

    @cached_property
    def household(self) -> Household:
        """The family as it is today."""
        return household_of(self.client, clock.today())

    def seat_the_family(self) -> None:
        """Offer the members whose file is open to us; a card beside the form does without."""
        today = clock.today()
        members = members_of(self.household, today)
        names = names_open_to(self.account, (member.client_id for member in members))
        self.form.offer_people(
            (member.client_id, _with_age(member.client, today))
            for member in members
            if member.client_id in names
        )

    @property
    def key(self) -> str:
        """The key of the draft; a form without one gets another."""
        return draft_key(self.form.draft_id.data) or str(uuid.uuid4())

    def identity(self) -> Identity:
        """Who the bar under the header names."""
        return identity_of(self.client, clock.today(), self.household)

    def draft_of_a_colleague(self) -> dt.datetime | None:
        """Since when a colleague has a draft about the same file."""
        subject = subject_of(self.client)
        others = drafts.others_at(DRAFT_KIND, subject, owner_id=self.account.person_id)
        return others[0][1] if others else None

    def own_draft(self) -> drafts.OpenDraft | None:
        """One's own unfinished form about the same file, when this is another one."""
        key, subject = self.form.draft_id.data, subject_of(self.client)
        mine = drafts.of(self.account.person_id, DRAFT_KIND)
        return next((one for one in mine if one.subject == subject and one.id != key), None)

    def look_up(self) -> None:
        """The offer that fits what is typed, as on the date of the cost."""
        on = self.form.cost_on.data or clock.today()
        self.found = offer.find_activities(self.form.what.data or "", on, SUGGESTIONS)

    @cached_property
    def version(self) -> RuleVersion | None:
        """The rule that judges what is asked today."""
        return rule_in_force(clock.today())

    def suggest_payee(self) -> None:
        """The provider, unless the rule pays others alone."""
        asking = self._asking()
        payees = asking.scheme.pay.payees if asking and asking.scheme.pay else ()
        if payees and self.form.payee.data not in payees:
            self.form.payee.data = payees[0]

    def read_told(self) -> Told:
        """What was told of what the rule asks, as far as it can be read; the form then has the fields."""
        asking = self._asking()
        if asking is None:
            return Told()
        self.form.told = ToldForm(asking)
        return self.form.told.told()

    def judge(self) -> None:
        """What the rule gives for what is filled in so far, and what it still asks."""
        told = self.read_told()
        try:
            asked = self.form.request_input(told)
            self.judgement = judge_draft(asked, self._chosen(), self.version)
        except RuleBroken as broken:
            self.problem = broken
        asking, found = self._asking(), self.judgement
        if asking is None or found is None:
            return
        self.form.offer_categories(covered_by(found.scheme, CATEGORIES))
        needed = needed_by(
            found.rules,
            found.scheme,
            found.assessment,
            asking.needed.names,
            has_earlier=bool(asking.earlier),
        )
        self.form.told = ToldForm(replace(asking, scheme=found.scheme, needed=needed))

    @property
    def asks_otherwise(self) -> bool:
        """Are there other questions now than those that stand on the page?"""
        shape = self.form.told.shape if self.form.told else ""
        return shape != (self.form.told_shape.data or "")

    def fill_in_first(self) -> None:
        """Take the part that another payer gives first into the form, when its button was pressed."""
        payer = self.form.first_payer.data
        self.judge()
        found = self.judgement.assessment.first_payers if self.judgement else ()
        for one in (one for one in found if one.payer == payer):
            part = self.form[f"part_{one.payer}"]
            part.data, part.raw_data = one.cents, [write_cents(one.cents)]

    def _asking(self) -> Asking | None:
        """The questions that were answered, by the rule of today."""
        rules = rule_set(self.version) if self.version else None
        wanted = self.typed.get(field_name(SCHEME), "")
        scheme = scheme_for(rules, self.form.kind.data, wanted) if rules else None
        if rules is None or scheme is None:
            return None
        year = (self.form.cost_on.data or clock.today()).year
        earlier: list[tuple[str, Words]] = []
        if counts_times(scheme):
            earlier += earlier_of(self.account, self._chosen())
        answered = answered_in(rules, scheme, self.typed)
        return Asking(rules, scheme, answered, year, self.typed, earlier=earlier)

    def _chosen(self) -> Client:
        """For whom is asked now, if that is readable; else whose file it is."""
        wanted = self.form.client_id.data
        if wanted is None or wanted == self.client.id:
            return self.client
        return client_for(self.account, wanted)


def subject_of(client: Client) -> str:
    """What a draft is about, for colleagues: a number, no name."""
    return f"client:{client.id}"


def new_desk(account: Account, client_id: int) -> Desk:
    """An empty form for a client, with what the file knows filled in."""
    client = client_for(account, client_id)
    form = FilingForm(formdata=None, client_id=client.id, opened_for=client.id)
    desk = Desk(account, form, client)
    desk.suggest_payee()
    last = last_filing_of(account, desk.household)
    if last is not None:
        form.goal.data, form.life_domain.data = last.goal, last.life_domain or None
    return desk


def sent_desk(account: Account) -> Desk:
    """The form as it was sent."""
    form = FilingForm()
    client = client_for(account, form.opened_for.data or 0)
    if form.picked_id.data is not None:
        _take(form, offer.activity(form.picked_id.data))
    _lay_papers(account, form)
    return Desk(account, form, client, typed=request.form)


def draft_desk(account: Account, draft_id: str) -> Desk:
    """A draft, as it was typed."""
    draft = drafts.load(DRAFT_KIND, draft_id, owner_id=account.person_id)
    form = FilingForm.of_draft(draft.body, draft.version)
    form.draft_id.data = draft_id
    client = client_for(account, form.opened_for.data or 0)
    _lay_papers(account, form)
    return Desk(account, form, client, MultiDict(draft.body), saved_at=draft.saved_at)


def _lay_papers(account: Account, form: FilingForm) -> None:
    """What was sent with this form counts as seen."""
    key = draft_key(form.draft_id.data)
    if key is not None:
        form.papers = kinds_at(Place(draft_key=key, owner_id=account.person_id))


def _take(form: FilingForm, activity: Activity) -> None:
    """Fill in what the offer knows of the activity that was picked."""
    form.activity_id.data, form.what.data = activity.id, activity.name
    form.category.data, form.provider_name.data = activity.category, activity.provider.name
    if not form.cost.raw_data or not form.cost.raw_data[0].strip():
        form.cost.data = activity.price_cents
        form.cost.raw_data = [write_cents(activity.price_cents)]


def _with_age(client: Client, today: dt.date) -> str:
    age = age_years(client.birth_on, today)
    return str(_("%(name)s, %(age)s years", name=client.given_name, age=age))
