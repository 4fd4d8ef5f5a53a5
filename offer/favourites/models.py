"""The table of favourites: which activities a team keeps at hand."""

import datetime as dt

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from core.db import Base, UTCDateTime


class Favourite(Base):
    """A star of a team on an activity; whoever of the team gave it, each may take it back."""

    __tablename__ = "favourite"
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), primary_key=True)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
