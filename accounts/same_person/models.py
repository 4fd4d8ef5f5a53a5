"""The table of links between persons who are one and the same. It decides nothing."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, UTCDateTime


class PersonLink(Base):
    """This person is that person: nothing of either moves, and every comparison takes them as one.

    The keys to (person, sphere) on both sides hold the wall: nobody is linked across it.
    """

    __tablename__ = "person_link"
    __table_args__ = (
        ForeignKeyConstraint(["person_id", "sphere"], ["person.id", "person.sphere"]),
        ForeignKeyConstraint(["same_as_id", "sphere"], ["person.id", "person.sphere"]),
        CheckConstraint("person_id <> same_as_id", name="two_rows"),
        Index("ix_person_link_same_as_id", "same_as_id"),
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    same_as_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sphere: Mapped[str] = mapped_column(String(10))
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    person: Mapped[Person] = relationship(foreign_keys=[person_id], viewonly=True)
    same_as: Mapped[Person] = relationship(foreign_keys=[same_as_id], viewonly=True)
