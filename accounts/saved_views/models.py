"""The table of saved views. What the filters mean, the room with the list knows."""

import datetime as dt

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, BigKey, UTCDateTime

FIRST = text("is_first")


class SavedView(Base):
    """A name for filters that belong together; one of a person's views may open the list."""

    __tablename__ = "saved_view"
    __table_args__ = (
        UniqueConstraint("person_id", "list_name", "name"),
        Index(
            "ix_saved_view_first",
            "person_id",
            "list_name",
            unique=True,
            sqlite_where=FIRST,
            postgresql_where=FIRST,
        ),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    list_name: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(40))
    # As they stand in the list's address; none of them leads to a client.
    filters: Mapped[dict[str, str]] = mapped_column(JSON)
    is_first: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
