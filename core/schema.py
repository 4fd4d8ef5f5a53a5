"""The state of the database's schema, for the core room: it compares and upgrades, it describes no table."""

from typing import Literal

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import upgrade

from core.config import ROOT
from core.db import db

State = Literal["current", "behind", "ahead", "empty"]


def schema_state() -> State:
    """Where the database stands beside migrations/: 'ahead' was made by a newer programme."""
    scripts = ScriptDirectory(str(ROOT / "migrations"))
    with db.engine.connect() as connection:
        stored = set(MigrationContext.configure(connection).get_current_heads())
    if not stored:
        return "empty"
    if stored == set(scripts.get_heads()):
        return "current"
    known = {script.revision for script in scripts.walk_revisions()}
    return "behind" if stored <= known else "ahead"


def migrate() -> None:
    """Bring the schema to the head of migrations/; all data stay."""
    upgrade(directory=str(ROOT / "migrations"))
