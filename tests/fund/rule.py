"""A rule that says more of who decides than the example does, for the tests of the fund."""

from __future__ import annotations

from typing import Any

from flask import Flask
from sqlalchemy import select

from accounts.queries import account_by_username
from core import settings
from core.config import ROOT
from core.db import db, transaction
from fund.meetings.choices import AGENDA, OFF
from regulation.versions import actions as regulation
from regulation.versions.models import RuleVersion
from tests.world import COUNCIL

EXAMPLE = ROOT / "regulation" / "example" / "voorbeeld.toml"
FUND, DISCOUNT = "cultuurfonds", "korting"


def text_of(
    basis: str,
    *,
    scheme: str = FUND,
    body: str = "approver",
    more: str = "",
    many: bool = False,
) -> str:
    """The example with this basis and this body; `many` when other deciding blocks come before it."""
    text = EXAMPLE.read_text(encoding="utf-8").replace("version = 1\n", "version = 2\n", 1)
    decide = f"[schemes.{scheme}.decide]"
    text = text.replace(f'{decide}\nbody = "approver"', f'{decide}\nbody = "{body}"')
    last = f"[{decide}]" if many else decide
    return text.replace(decide, f"[schemes.{scheme}.basis]\n{basis}\n\n{more}\n{last}", 1)


def says(app: Flask, basis: str, **more: Any) -> None:
    """From its first day on this is the rule; nothing was filed yet."""
    with app.app_context(), transaction():
        first = db.session.scalars(select(RuleVersion)).one()
        version = regulation.bring_in(text_of(basis, **more), by=None)
        first.in_force_at = None
        regulation.put_into_force(version, by=account_by_username("bea"), council=COUNCIL)


def keeps_no_meetings(app: Flask) -> None:
    """Somebody chose that what a committee decides is written down by an approver."""
    with app.app_context(), transaction():
        settings.put(AGENDA, OFF, by=None)


def token(browser: Any) -> dict[str, str]:
    """What every form of this browser carries, for one who sees no form here."""
    return {"csrf_token": browser.page("/account").form("/sign-out")["csrf_token"]}


def columns(app: Flask, request_id: int, model: Any, *names: str) -> list[Any]:
    """Of the newest row of a request."""
    with app.app_context():
        wanted = select(model).where(model.request_id == request_id)
        row = db.session.scalars(wanted.order_by(model.id.desc())).first()
        return [getattr(row, name) for name in names]
