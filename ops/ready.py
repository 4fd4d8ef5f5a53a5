"""Makes an instance ready to be served, in one process, and prints who can get in and how.

The commands it calls are those of `flask --app app`; starting each of them apart would take seconds.
"""

from __future__ import annotations

import os
import sys

import click
from flask import Flask
from flask.cli import ScriptInfo

from accounts.signing import first_run
from app import create_app
from core import clock, instance
from core.config import Config
from core.db import transaction
from core.errors import RuleBroken


def main() -> None:
    """Folder, keys, schema and mode; in a demo the data too. One sentence when that cannot be."""
    address = sys.argv[1]
    try:
        config = Config.from_environment()
        app = create_app(config)
        if prepare(app, config) == "demo":
            for command in ("load", "signins"):
                app.cli.main(["demo", command], standalone_mode=False, obj=script_of(app))
        else:
            offer_first_run(app, address)
    except click.ClickException as broken:
        broken.show()
        sys.exit(broken.exit_code)


def prepare(app: Flask, config: Config) -> instance.Mode:
    """The mode that this instance has; from here on the clock follows it."""
    with app.app_context():
        mode = instance.prepare("production" if config.mode == "production" else "demo")
    clock.configure(mode, os.environ)
    return mode


def script_of(app: Flask) -> ScriptInfo:
    """What Flask's commands take their application from."""
    return ScriptInfo(create_app=lambda: app)


def offer_first_run(app: Flask, address: str) -> None:
    """The one-time link for the first administrator; nothing once there is one."""
    try:
        with app.app_context(), transaction():
            token = first_run.make_link()
    except RuleBroken:
        return
    print(f"Make the first administrator, once and within a day:\n  {address}/first-run/{token}")


if __name__ == "__main__":
    main()
