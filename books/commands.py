"""The books room on the command line: whether the ledger agrees with the balances. It mends nothing."""

import click
from flask.cli import AppGroup

from books import queries
from core.db import db

books_commands = AppGroup("books", help="The ledger and the budgets.")


@books_commands.command("verify")
def verify() -> None:
    """Each entry sums to 0, and each balance is the sum of its lines; otherwise exit code 1."""
    wrong = queries.verify(db.session())
    for sentence in wrong:
        click.echo(sentence, err=True)
    if wrong:
        raise click.ClickException("The books do not agree.")
    click.echo("The books agree.")
