"""Taking in what partners tell, and what becomes of it. Commits nothing."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from accounts.links.actions import use_link
from accounts.links.models import AccessLink
from accounts.models import Account
from accounts.queries import token_hash
from core import audit
from core.clock import now
from core.db import db
from core.errors import RuleBroken
from intake.mandates import actions as mandates
from intake.people import actions as people
from intake.people.models import Client, new_row_key
from intake.people.persons import NewClient, NewPerson
from intake.people.queries import client_in_care
from intake.referrals.life import SET_ASIDE, TAKEN_UP, WAITING, leave
from intake.referrals.models import Referral
from intake.referrals.queries import told_in
from intake.referrals.told import Told, sealed

KIND = "referral"


def receive(token: str, told: Told, *, form_key: str) -> bool:
    """Keep what came by a link, once; False when the link opens nothing.

    The same form sent again, or twice at a time, is received already: it takes no second use.
    """
    try:
        with db.session.begin_nested():
            link_id = use_link(token, KIND)
            if link_id is not None:
                link = db.session.get_one(AccessLink, link_id)
                new = _new(told, form_key, link.organisation, link.team_id, link_id=link_id)
                audit.record("referral.receive", kind="referral", object_id=new.id)
    except IntegrityError:
        link_id = None
    return link_id is not None or _came_by(token, form_key)


def _came_by(token: str, form_key: str) -> bool:
    """Did this very form come in by this link, though perhaps it opens nothing more since?"""
    here = (AccessLink.token_hash == token_hash(token), Referral.form_key == form_key)
    found = select(Referral.id).join(AccessLink, AccessLink.id == Referral.link_id).where(*here)
    return db.session.scalar(found) is not None


def type_in(told: Told, organisation: str, *, by: Account, form_key: str) -> Referral:
    """What came on paper, for the team of who types it in; the same form sent again is the same one."""
    team_id = by.person.team_id
    if team_id is None:
        raise RuleBroken(_("You are in no team yet. Ask the administrator."))
    mine = (Referral.form_key == form_key, Referral.typed_by_id == by.person_id)
    before = db.session.scalar(select(Referral).where(*mine))
    if before is not None:
        return before
    new = _new(told, form_key, organisation, team_id, typed_by_id=by.person_id)
    audit.record("referral.type_in", kind="referral", object_id=new.id)
    return new


def _new(
    told: Told,
    form_key: str,
    organisation: str,
    team_id: int,
    *,
    link_id: int | None = None,
    typed_by_id: int | None = None,
) -> Referral:
    key = new_row_key()
    row = Referral(
        row_key=key,
        form_key=form_key,
        state=WAITING,
        link_id=link_id,
        typed_by_id=typed_by_id,
        organisation=organisation,
        team_id=team_id,
        sealed_told=sealed(told, key),
        arrived_at=now(),
    )
    db.session.add(row)
    db.session.flush()
    return row


def open_new(
    referral: Referral,
    person: NewPerson,
    until_on: dt.date,
    *,
    by: Account,
    despite_twins: bool = False,
) -> Client:
    """A new file for who was referred, with the mandate. Raises LooksLikeAnother as any new file does."""
    client = people.new_client(NewClient(person=person), by=by, despite_twins=despite_twins)
    _take_up(referral, client, until_on, by=by)
    return client


def link_known(referral: Referral, client_id: int, until_on: dt.date, *, by: Account) -> Client:
    """Who was referred has a file in our care already: the mandate goes there."""
    client = client_in_care(by, client_id)
    _take_up(referral, client, until_on, by=by)
    return client


def _take_up(referral: Referral, client: Client, until_on: dt.date, *, by: Account) -> None:
    told = told_in(referral)
    leave(referral, TAKEN_UP, by_id=by.person_id)
    referral.client_id = client.id
    _reach(client, told.contact)
    texts = (referral.organisation, told.scope, told.signed_by)
    mandates.give(client, mandates.Given(*texts, told.signed_on, until_on), by=by)
    audit.record("referral.take_up", kind="referral", object_id=referral.id)


def _reach(client: Client, contact: str) -> None:
    """As the partner told it; what the file knows already stays."""
    if "@" in contact:
        client.email = client.email or contact
    else:
        client.phone = client.phone or contact


def set_aside(referral: Referral, reason: str, *, by: Account) -> None:
    """It goes no further; the partner is told nothing by us here."""
    leave(referral, SET_ASIDE, by_id=by.person_id)
    referral.aside_reason = reason
    audit.record("referral.set_aside", kind="referral", object_id=referral.id, why=reason)
