"""How values look in every template of the house: money, dates, moments. It knows no page."""

import datetime as dt

from flask import Flask, g
from flask_babel import get_locale
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from core.clock import brussels, long_date, show_date
from core.money import show_cents
from core.pages import frames


def moment(instant: dt.datetime) -> str:
    """26/11/2026 14:03, as the clock in Brussels shows it."""
    here = brussels(instant)
    return f"{show_date(here.date())} {here:%H:%M}"


def day_in_words(day: dt.date) -> str:
    """26 november 2026, in the reader's language."""
    return long_date(day, str(get_locale() or "nl"))


def csrf_field() -> Markup:
    """The hidden field that each form carries."""
    token: str = g.get("csrf_token") or generate_csrf()
    return Markup('<input type="hidden" name="csrf_token" value="%s">') % token


def init_show(app: Flask) -> None:
    """Give templates their filters and the CSRF field."""
    app.jinja_env.filters.update(
        cents=show_cents, date=show_date, longdate=day_in_words, moment=moment
    )
    app.jinja_env.globals.update(csrf_field=csrf_field, frames=frames)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
