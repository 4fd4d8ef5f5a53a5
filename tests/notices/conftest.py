"""Fixtures of the tests of notices: a post office, and a kind of notice that no room owns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from accounts.notices import actions, kinds
from accounts.queries import account_by_username
from core.db import transaction
from core.mail import MailServer
from tests.notices.post_office import PostOffice

KIND = kinds.register(kinds.Kind("test.notice", "Aanvraag %(about)s: proef", "accounts.own"))
SLOW = kinds.register(kinds.Kind("test.slow", "Later", "accounts.keys", at_once=False))


@pytest.fixture
def post_office(app: Flask) -> Iterator[PostOffice]:
    """The centre has a mail server."""
    office = PostOffice()
    server = MailServer("127.0.0.1", office.port, "none", "fonds@example.org")
    app.config.update(MAIL=server, PUBLIC_URL="https://fonds.example.org")
    yield office
    app.config.update(MAIL=None, PUBLIC_URL="")
    office.shutdown()
    office.server_close()


@pytest.fixture
def chooses(app: Flask) -> Callable[..., None]:
    """Somebody wants mail: `chooses("an", "daily")`."""

    def choose(who: str, way: str) -> None:
        with app.app_context(), transaction():
            actions.choose(account_by_username(who), way=way, address=f"{who}@example.org")

    return choose


@pytest.fixture
def told(app: Flask) -> Callable[..., None]:
    """Somebody is told something: `told("an", 7)`."""

    def tell(who: str, subject_id: int = 7, kind: kinds.Kind = KIND) -> None:
        with app.app_context(), transaction():
            person_id = account_by_username(who).person_id
            actions.tell([person_id], kind, subject_id, f"2026-{subject_id:05}")

    return tell
