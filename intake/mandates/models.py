"""Tables of mandates and contacts. A contact with a third party names the mandate that allows it."""

import datetime as dt

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.models import Person
from core.db import Base, BigKey, UTCDateTime


class Mandate(Base):
    """The client's word that the service may speak with a club, a school, Rap op Stap: about what."""

    __tablename__ = "mandate"
    __table_args__ = (CheckConstraint("until_on >= signed_on", name="period_forward"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"), index=True)
    party: Mapped[str] = mapped_column(String(120))
    scope: Mapped[str] = mapped_column(String(300))
    # Of a minor a parent signs.
    signed_by: Mapped[str] = mapped_column(String(120))
    signed_on: Mapped[dt.date] = mapped_column(Date)
    until_on: Mapped[dt.date] = mapped_column(Date)
    withdrawn_on: Mapped[dt.date | None] = mapped_column(Date)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    made_by: Mapped[Person] = relationship()

    def holds_on(self, on: dt.date) -> bool:
        """Whether it allows a contact on a day; from the day of the withdrawal it does not."""
        is_withdrawn = self.withdrawn_on is not None and on >= self.withdrawn_on
        return self.signed_on <= on <= self.until_on and not is_withdrawn


class ClientContact(Base):
    """One talk, call or letter about a client."""

    __tablename__ = "client_contact"
    __table_args__ = (
        CheckConstraint(
            "(with_whom = 'third') = (mandate_id IS NOT NULL)", name="third_by_mandate"
        ),
        Index("ix_client_contact_client_id", "client_id", "held_on"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("client.id"))
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("mandate.id"))
    held_on: Mapped[dt.date] = mapped_column(Date)
    with_whom: Mapped[str] = mapped_column(String(20))
    how: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text, default="")
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    mandate: Mapped[Mandate | None] = relationship()
    made_by: Mapped[Person] = relationship()
