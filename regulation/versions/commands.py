"""Rule versions on the command line of the regulation room: brought in and written out. No rules."""

from pathlib import Path

import click
from flask_babel import gettext as _

from accounts.queries import account_by_username
from core.db import transaction
from core.errors import RuleBroken
from regulation.commands import regulation_commands
from regulation.files.table import RuleFileError
from regulation.versions import actions, queries
from regulation.versions.texts import decoded


@regulation_commands.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--by", "username", help="Whose work it is; somebody else must put it into force.")
def bring_in(path: Path, username: str | None) -> None:
    """Store a rule file as a version. It judges nothing until somebody puts it into force."""
    by = account_by_username(username) if username else None
    if username and by is None:
        raise click.ClickException(_("Nobody signs in as %(name)s.", name=username))
    try:
        text = decoded(path.read_bytes())
        with transaction():
            version = actions.bring_in(text, by=by)
    except OSError as error:
        raise click.ClickException(f"{path}: {_('This file cannot be read.')}") from error
    except RuleFileError as error:
        raise click.ClickException(f"{path}: {error.message}") from error
    except RuleBroken as error:
        raise click.ClickException(f"{path}: {error}") from error
    said = _(
        "Version %(version)s of %(rule)s is here.", version=version.version, rule=version.rule_id
    )
    click.echo(said)


@regulation_commands.command("export")
@click.argument("rule_id")
@click.argument("version", type=int)
@click.argument("path", type=click.Path(path_type=Path), required=False)
def write_out(rule_id: str, version: int, path: Path | None) -> None:
    """Write a version as it was brought in, to a file or to the screen."""
    found = queries.version_named(rule_id, version)
    if found is None:
        raise click.ClickException(_("There is no such version."))
    content = found.source_toml.encode()
    if path is None:
        click.echo(content, nl=False)
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{path}: {_('This file cannot be written.')}") from error
