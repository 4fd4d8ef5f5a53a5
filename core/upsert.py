"""One INSERT for both engines of the core room that can say ON CONFLICT; it chooses no conflict itself."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session

Upsert = postgresql.Insert | sqlite.Insert


def insert_into(session: Session, model: type[DeclarativeBase]) -> Any:
    """The dialect's own insert: SQLAlchemy has no common one that knows `on_conflict_do_update`."""
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(model)
