"""People who have signed in through the front door once, before the small world was kept: a test goes on from there.

Signing in takes as long as two pages, and nearly every test does it, for two or three people. Their sessions are
rows of the world as any other; a test's own doings (signing out, another passphrase) go with the test.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Flask
from sqlalchemy import select, update

from accounts.models import Account, SignedIn
from core import clock
from core.db import db, transaction
from tests.world import STAFF

if TYPE_CHECKING:
    from tests.inspector import InspectingClient


@dataclass(frozen=True)
class Door:
    """What the browser of one person holds, and the session behind it."""

    session_id: int
    cookie: str
    token: str


def opened(app: Flask) -> dict[str, Door]:
    """Everybody of the small world signs in and has seen a page; by name to sign in."""
    found = {}
    for username, *_rest in STAFF:
        browser: InspectingClient = app.test_client()  # type: ignore[assignment]
        browser.sign_in(username).page("/account")
        cookie = browser.get_cookie("session")
        assert cookie is not None
        with app.app_context():
            newest = (
                select(SignedIn.id)
                .join(Account, Account.id == SignedIn.account_id)
                .where(Account.username == username)
            )
            session_id = db.session.scalars(newest).one()
        found[username] = Door(session_id, cookie.value, browser.token)
    return found


def enter(app: Flask, door: Door) -> InspectingClient | None:
    """A browser that has just signed in: sessions live by the machine's own clock. None where it was ended."""
    now = clock.machine_now()
    with app.app_context(), transaction() as session:
        lives = update(SignedIn).where(SignedIn.id == door.session_id, SignedIn.ended_at.is_(None))
        alive = session.execute(
            lives.values(began_at=now, seen_at=now).returning(SignedIn.id)
        ).all()
    if not alive:
        return None
    browser: InspectingClient = app.test_client()  # type: ignore[assignment]
    browser.set_cookie("session", door.cookie)
    browser.token = door.token
    return browser
