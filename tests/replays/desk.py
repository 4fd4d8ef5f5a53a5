"""What the tests of trials ask: other texts of the rule, decisions that were taken, what came out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from flask import Flask

from accounts.queries import account_by_username
from core.config import ROOT
from core.db import db, transaction
from core.work import outbox
from fund import actions as fund
from fund.models import Decision
from fund.replays import actions
from fund.replays.models import RuleReplay
from fund.replays.moments import Period
from intake.requests import actions as intake
from intake.requests.models import Request
from intake.requests.queries import for_update
from regulation.versions.actions import bring_in

TEXT = (ROOT / "regulation" / "example" / "voorbeeld.toml").read_text(encoding="utf-8")
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def changed(*changes: tuple[str, str]) -> str:
    """The example as another version, with something else in it."""
    text = TEXT.replace("version = 1", "version = 2", 1)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


HALF = changed(("percent = 90", "percent = 50"))
LOWER_CAP = changed(("limit = 100", "limit = 60"))
BY_PAYMENT = changed(('dates_by = "cost"\neligible = "statuut"\narticle = "doel"',
                      'dates_by = "payment"\neligible = "statuut"\narticle = "doel"'))  # fmt: skip
A_PERSON_JUDGES = changed(
    ("[schemes.cultuurfonds]", '[conditions.nood]\nkind = "judged"\nwords = "Er is nood."\n\n'
     "[schemes.cultuurfonds]"),
    ('eligible = "statuut"\narticle = "doel"', 'eligible = "nood"\narticle = "doel"'),
)  # fmt: skip
ASKS = changed(
    ("[schemes.cultuurfonds]", '[questions.pas]\nkind = "yes_no"\nwords = "Hebt u een pas?"\n\n'
     '[conditions.pas]\nkind = "answer"\nquestion = "pas"\n\n[schemes.cultuurfonds]'),
    ('eligible = "statuut"\narticle = "doel"', 'eligible = "pas"\narticle = "doel"'),
)  # fmt: skip
NO_FIGURE = changed(
    ('kind = "percent"\npercent = 90', 'kind = "percent"\nopen = "De tekst noemt geen percent."')
)
NO_DISCOUNTS = TEXT.replace("version = 1", "version = 3", 1).split("[schemes.korting]")[0]


def on_request(app: Flask, request_id: int, do: Callable[[Request], Any]) -> Any:
    """Something done to a request by the real actions, in its own transaction."""
    with app.app_context(), transaction():
        version = db.session.get_one(Request, request_id).lock_version
        return do(for_update(request_id, version))


def granted(app: Flask, request_id: int, cents: int | None = None) -> int:
    """Bert grants what the rule gives, or less."""

    def do(held: Request) -> None:
        bert = account_by_username("bert")
        gives = fund.judged(held).assessment.amount_cents
        fund.grant(held, by=bert, amount_cents=gives if cents is None else cents, reasons="Zo.")

    on_request(app, request_id, do)
    return request_id


def refused(app: Flask, request_id: int) -> int:
    """Bert refuses."""

    def do(held: Request) -> None:
        bert = account_by_username("bert")
        fund.refuse(held, by=bert, reason_code="other", reasons="Het kan niet.")

    on_request(app, request_id, do)
    return request_id


def undone(app: Flask, request_id: int) -> None:
    """Bert takes it back."""
    on_request(app, request_id, lambda held: fund.undo(held, by=account_by_username("bert")))


def withdrawn(app: Flask, request_id: int) -> None:
    """An takes it back for the family."""
    an = "an"
    on_request(
        app, request_id, lambda held: intake.withdraw(held, by=account_by_username(an), why="Nee.")
    )


def asked(app: Flask, text: str, *, by: str = "hilde", period: Period = YEAR) -> int:
    """A trial that waits for the worker."""
    with app.app_context(), transaction():
        return actions.start("Een proef", text, period, by=account_by_username(by)).id


def tried(app: Flask, text: str, *, by: str = "hilde", period: Period = YEAR) -> dict[str, Any]:
    """What comes out of a trial, done as the worker does it."""
    replay_id = asked(app, text, by=by, period=period)
    with app.app_context():
        outbox.deliver_due()
        replay = db.session.get_one(RuleReplay, replay_id, populate_existing=True)
        assert replay.job.state == "done", replay.job.error
        return replay.result


def stored(app: Flask, text: str) -> int:
    """A version that is not in force."""
    with app.app_context(), transaction():
        return bring_in(text, by=account_by_username("bea")).id


def assessed(app: Flask, request_id: int) -> int:
    """What the rule gave when it was decided."""
    with app.app_context():
        decisions = db.session.query(Decision).filter_by(request_id=request_id, undone_at=None)
        return decisions.one().assessed_cents
