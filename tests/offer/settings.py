"""The offer of the small world, told further: for whom, when and where."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from core.db import db, transaction
from offer import actions
from offer.models import Activity, Provider


def tell(app, name, **told):
    """Say more of an activity, found by its name."""
    with app.app_context(), transaction():
        one = db.session.scalars(select(Activity).where(Activity.name == name)).one()
        actions.change_activity(
            one, one.name, one.category, one.price_cents, actions.Setting(**told)
        )


def place(app, name, **told):
    """Say more of a provider, found by its name."""
    with app.app_context(), transaction():
        one = db.session.scalars(select(Provider).where(Provider.name == name)).one()
        actions.change_provider(one, one.name, one.provider_type, actions.Place(**told))


def tell_all(app):
    """Something of everything, so that each filter has what it keeps and what it leaves out."""
    tell(app, "Zwemles, reeks van 10", theme="swimming", age_from=6, age_until=12, days="36",
         times="14 tot 15 uur", checked_on=dt.date(2026, 9, 1))  # fmt: skip
    tell(app, "Chirokamp, 10 dagen", age_from=8, checked_on=dt.date(2025, 9, 1))
    place(app, "Zwembad Boxbergheide", neighbourhood="Boxbergheide", facilities="step_free toilet",
          address="Gildelaan 1", contact="zwembad.example", names_asked=True)  # fmt: skip
    place(app, "Chiro Kris Kas", neighbourhood="Zwartberg", names_asked=False, facilities="toilet")
