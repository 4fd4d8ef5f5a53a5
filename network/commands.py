"""The network's commands: close quarters, hand out what was published. They show no rows."""

import json
from pathlib import Path

import click
from flask.cli import AppGroup

from core import clock
from core.db import transaction
from network.releases.build import build_due
from network.releases.exchange import exchange_format
from network.releases.gauge import set_gauge

network_commands = AppGroup("network", help="Figures of the network: closed quarters.")


@network_commands.command("close")
def close() -> None:
    """Close every quarter that has ended, and set the budget's word."""
    with transaction():
        released = build_due(clock.today())
        set_gauge()
    click.echo(", ".join(released) if released else "Nothing to close.")


@network_commands.command("export-releases")
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
def export_releases(file: Path) -> None:
    """Write all that was published in the exchange format sdc-release/1."""
    file.write_text(json.dumps(exchange_format(), indent=1) + "\n", encoding="utf-8")
    click.echo(f"{file} written.")
