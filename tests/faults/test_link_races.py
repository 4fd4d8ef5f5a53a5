"""Eight guides at once on the last use of a link, and one form eight times at once: exactly one is kept."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from sqlalchemy import func, select

from accounts.links.actions import NewLink, make_link
from accounts.links.models import AccessLink
from accounts.queries import account_by_username
from core import clock
from core.db import db, transaction
from intake.referrals.actions import KIND, receive
from intake.referrals.models import Referral
from tests.referrals.desk import SAMIRA
from tests.world import NOW

AT_ONCE, ROUNDS = 8, 10


def sent_at_once(town: Flask, keys: list[str]) -> tuple[Counter[bool], int]:
    """A link for one use, and a form with each of these keys at the same moment: (answers, kept)."""
    with town.app_context(), clock.at(NOW), transaction():
        an = account_by_username("an")
        until_on = dt.date(2026, 12, 1)
        link, token = make_link(NewLink(KIND, "De Sfeer", an.person.team, until_on, 1), by=an)
        link_id = link.id
    line = Barrier(len(keys))

    def send(key: str) -> bool:
        line.wait(60)
        with town.app_context(), clock.at(NOW), transaction():
            return receive(token, SAMIRA, form_key=key)

    with ThreadPoolExecutor(len(keys)) as guides:
        answers = Counter(guides.map(send, keys))
    with town.app_context():
        kept = select(func.count()).select_from(Referral).where(Referral.link_id == link_id)
        assert db.session.get_one(AccessLink, link_id).uses == 1
        return answers, db.session.scalar(kept) or 0


def test_eight_forms_on_a_link_for_one(town: Flask) -> None:
    for _ in range(ROUNDS):
        keys = [str(uuid.uuid4()) for _ in range(AT_ONCE)]
        assert sent_at_once(town, keys) == ({True: 1, False: AT_ONCE - 1}, 1)


def test_one_form_sent_eight_times_is_received_by_all_and_kept_once(town: Flask) -> None:
    for _ in range(ROUNDS):
        assert sent_at_once(town, [str(uuid.uuid4())] * AT_ONCE) == ({True: AT_ONCE}, 1)
