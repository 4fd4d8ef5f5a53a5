"""Running numbers of the core room, one series per name and year; what is numbered it does not know."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, db
from core.upsert import insert_into


class NumberCounter(Base):
    """The last number given in a series."""

    __tablename__ = "number_counter"
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


def next_number(name: str, year: int) -> int:
    """The next number, without gaps: the row stays locked until the caller's transaction ends."""
    session = db.session()
    insert = insert_into(session, NumberCounter).values(name=name, year=year, last=1)
    statement = insert.on_conflict_do_update(
        index_elements=["name", "year"], set_={"last": NumberCounter.last + 1}
    ).returning(NumberCounter.last)
    return int(session.execute(statement).scalar_one())
