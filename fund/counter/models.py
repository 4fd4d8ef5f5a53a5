"""Who looked at a grant made at the counter. It decides nothing."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, UTCDateTime
from fund.models import Decision


class CounterLook(Base):
    """An approver has seen this grant; the decision itself stays as it is."""

    __tablename__ = "counter_look"
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    seen_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    seen_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    decision: Mapped[Decision] = relationship()
    seen_by: Mapped[Person] = relationship()
