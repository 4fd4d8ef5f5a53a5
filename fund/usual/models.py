"""The table of usual amounts. It tells of nobody."""

import datetime as dt

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, UTCDateTime


class UsualGrant(Base):
    """Nine of ten grants of the last year for this kind of activity were this much or less."""

    __tablename__ = "usual_grant"
    category: Mapped[str] = mapped_column(String(30), primary_key=True)
    most_cents: Mapped[int]
    counted: Mapped[int]
    worked_out_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
