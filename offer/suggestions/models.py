"""The table of suggested providers: facts of a place and a note, about no client."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime
from offer.models import Provider

OPEN, ADOPTED, SET_ASIDE = "open", "adopted", "set_aside"


class ProviderSuggestion(Base):
    """What somebody of the house would like in the offer, and what became of it."""

    __tablename__ = "provider_suggestion"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'adopted', 'set_aside')", name="state_known"),
        CheckConstraint("(state = 'open') = (answered_at IS NULL)", name="answered_or_open"),
        CheckConstraint("(state = 'adopted') = (provider_id IS NOT NULL)", name="adopted_as"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(String(160))
    what: Mapped[str] = mapped_column(String(200))
    place: Mapped[str] = mapped_column(String(160), default="")
    contact: Mapped[str] = mapped_column(String(200), default="")
    why: Mapped[str] = mapped_column(String(300))
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    state: Mapped[str] = mapped_column(String(20), default=OPEN)
    answer: Mapped[str] = mapped_column(String(300), default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("provider.id"))
    made_by: Mapped[Person] = relationship(foreign_keys=made_by_id, lazy="joined")
    provider: Mapped[Provider | None] = relationship(lazy="joined")
