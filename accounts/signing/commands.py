"""The accounts room on the command line: the first administrator. The rules stand in its actions."""

import click
from flask.cli import AppGroup

from accounts import passphrases
from accounts.signing import first_run
from core.db import transaction
from core.errors import RuleBroken

accounts_commands = AppGroup("accounts", help="The first administrator.")


@accounts_commands.command("first-run-link")
@click.option(
    "--base", default="", help="What stands before the path, such as https://fonds.example."
)
def first_run_link(base: str) -> None:
    """Print a link, valid for a day and for one use, to make the first administrator."""
    try:
        with transaction():
            token = first_run.make_link()
    except RuleBroken as broken:
        raise click.ClickException(str(broken)) from broken
    click.echo(f"{base.rstrip('/')}/first-run/{token}")


@accounts_commands.command("create-admin")
@click.option("--name", prompt="Name", help="As colleagues know this person.")
@click.option("--username", prompt="User name", help="To sign in with.")
@click.option(
    "--passphrase",
    prompt="Passphrase (15 characters or more)",
    hide_input=True,
    confirmation_prompt=True,
    help="Leave it out to be asked: then it stays out of the shell's history.",
)
def create_admin(name: str, username: str, passphrase: str) -> None:
    """Make an administrator; also the way back in when nobody can sign in any more."""
    try:
        passphrases.require_good(passphrase, known_words=(name, username))
        new_hash = passphrases.hashed(passphrase)
        with transaction():
            first_run.make_administrator(name=name, username=username, passphrase_hash=new_hash)
    except RuleBroken as broken:
        raise click.ClickException(str(broken)) from broken
    click.echo(f"{username} can sign in now.")
