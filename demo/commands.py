"""The demo's commands: load it, print who can sign in, begin afresh. They refuse outside mode demo."""

import datetime as dt
import os
import sys

import click
from flask import g
from flask.cli import AppGroup
from flask_babel import force_locale
from sqlalchemy import select

from accounts.models import Account
from accounts.words import ROLE_WORDS
from core import clock, instance, settings
from core.db import Base, db, transaction
from demo.load import LOADING, load
from demo.staff import PASSPHRASE, STAFF

demo_commands = AppGroup("demo", help="The example network, in mode demo only.")


@demo_commands.command("load")
def load_demo() -> None:
    """Fill an empty database with the example network; leave any other as it is."""
    _require_demo()
    if settings.get(LOADING):
        click.echo("Loading was broken off last time: it begins anew.")
        _throw_away()
    elif db.session.scalar(select(Account.id).limit(1)) is not None:
        click.echo("There is data already: nothing is loaded.")
        return
    _load()


@demo_commands.command("fresh")
def fresh() -> None:
    """Throw all data of this demo away and load it anew; a new instance becomes one."""
    if os.environ.get("DEMO") == "0" or instance.stored_mode() is not None:
        _require_demo()
    instance.prepare("demo")
    _require_demo()
    clock.configure("demo", os.environ)
    _throw_away()
    _load()


@demo_commands.command("signins")
def signins() -> None:
    """Who can sign in to the demo, and as what."""
    if instance.stored_mode() != "demo":
        return
    with force_locale("nl"):
        for member in STAFF:
            roles = ", ".join(str(ROLE_WORDS[role]) for role in member.roles)
            click.echo(f"  {member.username:6} {roles}")
    click.echo(f"  {'':6} wachtzin voor iedereen: {PASSPHRASE}")


def _require_demo() -> None:
    if instance.stored_mode() != "demo":
        raise click.ClickException("This instance is no demo: nothing is loaded or thrown away.")


def _throw_away() -> None:
    db.session.remove()
    with transaction() as session:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name != "instance":
                session.execute(table.delete())
    g.pop("core_settings", None)


def _load() -> None:
    db.session.remove()
    with force_locale("nl"):
        load(_today(), _show_progress)
    click.echo("")


def _today() -> dt.date:
    """DEMO_TODAY (jjjj-mm-dd) decides every row together with the seed; else it is today."""
    text = os.environ.get("DEMO_TODAY")
    return dt.date.fromisoformat(text) if text else clock.today()


def _show_progress(done: int, total: int) -> None:
    ending = "\r" if sys.stdout.isatty() else "\n"
    if sys.stdout.isatty() or done % 600 == 0:
        click.echo(f"Loading the example: {100 * done // total} %{ending}", nl=False)
