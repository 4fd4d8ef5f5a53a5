"""What the tests of referrals type: a link that a worker makes, and what a guide sends by it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from sqlalchemy import select

from core.db import db
from intake.referrals.models import Referral
from intake.referrals.queries import told_in
from intake.referrals.told import Told
from tests.inspector import InspectingClient, Page

LINK = {"organisation": "De Sfeer", "until_on": "01/12/2026", "most_uses": "1"}
TOLD = {
    "given_name": "Samira", "family_name": "Haddad", "contact": "0470 12 34 56",
    "wish": "Leren zwemmen met mijn dochter", "signed_by": "Samira Haddad", "signed_on": "23/11/2026",
    "scope": "een vrijetijdsactiviteit zoeken", "guide_name": "Rita",
}  # fmt: skip

SAMIRA = Told(**(TOLD | {"signed_on": dt.date(2026, 11, 23)}))


def made(browser: InspectingClient, **change: str) -> str:
    """The path of a new link, as its one page shows it."""
    form = browser.page("/referrals/links").form("/referrals/links")
    answer = browser.post("/referrals/links", data=form | LINK | change)
    found = re.search(r"http://localhost(/refer/[\w-]{43})<", answer.get_data(as_text=True))
    assert found, Page(answer).text()
    return found[1]


def tell(browser: InspectingClient, path: str, **change: str) -> Any:
    """Open the link and send its form."""
    form = browser.page(path).form(path)
    return browser.post(path, data=form | TOLD | change)


def typed_in(browser: InspectingClient, **change: str) -> str:
    """A referral from paper; the path of its page."""
    fields = browser.page("/referrals/new").form("/referrals/new")
    answer = browser.post(
        "/referrals/new", data=fields | TOLD | {"organisation": "De Sfeer"} | change
    )
    assert answer.status_code == 303, Page(answer).text()
    return str(answer.location)


def stored(app: Any) -> list[tuple[str, str, str]]:
    """(organisation, state, name) of every referral there is."""
    with app.app_context():
        rows = db.session.scalars(select(Referral).order_by(Referral.id)).all()
        return [(r.organisation, r.state, told_in(r).name if r.sealed_told else "") for r in rows]
