"""The command line of the core room: prepare an instance, check the audit trail, work. It holds no rules."""

import click
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext

from core import instance, trail
from core.db import db
from core.work import upkeep, worker

__all__ = ["init_commands", "upkeep"]

instance_commands = AppGroup("instance", help="The folder, keys and database of this instance.")
audit_commands = AppGroup("audit", help="The audit trail.")


def init_commands(app: Flask) -> None:
    """Add the core's commands to `flask`."""
    for command in (instance_commands, audit_commands, work):
        app.cli.add_command(command)


@instance_commands.command("prepare")
@click.option("--mode", type=click.Choice(["demo", "production"]), default="demo")
def prepare(mode: instance.Mode) -> None:
    """Migrate the database and make its keys and mode sure; prints the mode."""
    click.echo(instance.prepare(mode))


@audit_commands.command("verify")
def verify() -> None:
    """Check every entry of the trail, and the ends of it that were kept."""
    broken = trail.verify(db.session(), trail.stored_anchors())
    if broken is not None:
        raise click.ClickException(f"The audit trail is broken at entry {broken}.")
    click.echo("The audit trail is whole.")


@click.command("worker")
@with_appcontext
def work() -> None:
    """Deliver letters, run jobs and periodic work, until stopped."""
    instance.require_ready()
    worker.work(current_app._get_current_object())  # type: ignore[attr-defined]
