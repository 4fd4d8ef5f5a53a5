"""The command line of decision records: compare them with their hashes. It holds no rules."""

import click
from flask.cli import AppGroup

from fund.records.checking import check_all

decisions_commands = AppGroup("decisions", help="Decisions and their records.")


@decisions_commands.command("verify")
def verify() -> None:
    """Compare each decision with the hash that was taken of it, and with the audit trail."""
    found = check_all()
    click.echo(
        f"{found.compared} decisions compared; {found.unsealed} without a hash in the trail."
    )
    if found.changed:
        numbers = ", ".join(map(str, found.changed[:50]))
        raise click.ClickException(f"{len(found.changed)} are not what was decided: {numbers}.")
    click.echo("All are what was decided.")
