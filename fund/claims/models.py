"""The table of who reads an open request now. It decides nothing."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, UTCDateTime


class Claim(Base):
    """Somebody reads this request: a courtesy to colleagues that lapses by itself."""

    __tablename__ = "claim"
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    claimed_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    person: Mapped[Person] = relationship(lazy="joined")
