"""The one-time link that makes the first administrator, in the accounts room. It hashes and renders nothing."""

import datetime as dt
import secrets

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from accounts import queries
from accounts.models import Account, FirstRun
from accounts.permissions import Role
from accounts.staff import actions
from core import audit, clock
from core.db import db
from core.errors import NotThere, RuleBroken

VALID_FOR = dt.timedelta(hours=24)


def make_link() -> str:
    """A new token for /first-run/<token>; RuleBroken once there is an administrator."""
    if queries.has_administrator():
        raise RuleBroken(_l("There is an administrator already."))
    token = secrets.token_urlsafe(32)
    made = FirstRun(token_hash=queries.token_hash(token), made_at=clock.machine_now())
    db.session.add(made)
    db.session.flush()
    audit.record("first_run.link_made", kind="first_run", object_id=made.id)
    return token


def link_of(token: str, *, for_update: bool = False) -> FirstRun:
    """The unused link of today behind this token; NotThere otherwise, whatever the reason."""
    wanted = select(FirstRun).where(
        FirstRun.token_hash == queries.token_hash(token),
        FirstRun.used_at.is_(None),
        FirstRun.made_at > clock.machine_now() - VALID_FOR,
    )
    if for_update:
        wanted = wanted.with_for_update()
    found = db.session.scalars(wanted).one_or_none()
    if found is None or queries.has_administrator():
        raise NotThere
    return found


def use_link(token: str, *, name: str, username: str, passphrase_hash: str) -> Account:
    """Make the first administrator and spend the link."""
    link_of(token, for_update=True).used_at = clock.machine_now()
    return make_administrator(name=name, username=username, passphrase_hash=passphrase_hash)


def make_administrator(*, name: str, username: str, passphrase_hash: str) -> Account:
    """A person who may make all others."""
    person = actions.new_person(name)
    return actions.new_account(
        person,
        username,
        passphrase_hash=passphrase_hash,
        roles={Role.ADMINISTRATOR},
        must_change=False,
    )
