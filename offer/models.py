"""Tables of the offer: providers, activities, discount agreements. They know no client."""

import datetime as dt

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.db import Base, BigKey, FoldedText


class Provider(Base):
    """Who offers an activity: a club, a house of culture, a service."""

    __tablename__ = "provider"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    name: Mapped[str] = mapped_column(String(160), unique=True)
    sort_name: Mapped[str] = mapped_column(FoldedText(160), index=True)
    provider_type: Mapped[str] = mapped_column(String(30))
    neighbourhood: Mapped[str] = mapped_column(String(60), default="")
    address: Mapped[str] = mapped_column(String(160), default="")
    # Website, telephone or mail: where a client gets to know more.
    contact: Mapped[str] = mapped_column(String(200), default="")
    # Whether it wants the names of who takes part; None: nobody has asked it.
    names_asked: Mapped[bool | None]
    # Codes of FACILITIES with a space between them; what is not here is not known.
    facilities: Mapped[str] = mapped_column(String(200), default="")
    closed_on: Mapped[dt.date | None] = mapped_column(Date)
    activities: Mapped[list["Activity"]] = relationship(back_populates="provider")
    agreements: Mapped[list["DiscountAgreement"]] = relationship(back_populates="provider")

    @property
    def facility_codes(self) -> list[str]:
        """What the place has, by code."""
        return self.facilities.split()


class Activity(Base):
    """Something to do, with the price that the provider asks for it."""

    __tablename__ = "activity"
    __table_args__ = (
        CheckConstraint("price_cents >= 0", name="price_not_negative"),
        CheckConstraint(
            "(age_from IS NULL OR age_from BETWEEN 0 AND 120)"
            " AND (age_until IS NULL OR age_until BETWEEN 0 AND 120)",
            name="ages_of_people",
        ),
        CheckConstraint(
            "age_from IS NULL OR age_until IS NULL OR age_until >= age_from", name="ages_forward"
        ),
        Index("ix_activity_sort_name", "sort_name", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    name: Mapped[str] = mapped_column(String(160))
    # Folded name of the activity and of its provider: "zwemles zwembad boxbergheide".
    sort_name: Mapped[str] = mapped_column(FoldedText(330))
    category: Mapped[str] = mapped_column(String(30))
    price_cents: Mapped[int]
    theme: Mapped[str] = mapped_column(String(30), default="")
    # Both within it, in years; None: no bound.
    age_from: Mapped[int | None]
    age_until: Mapped[int | None]
    # Codes of WEEKDAYS, as in "135"; empty: not known, or no day of its own.
    days: Mapped[str] = mapped_column(String(7), default="")
    times: Mapped[str] = mapped_column(String(120), default="")
    # When somebody last asked the provider whether all this is so.
    checked_on: Mapped[dt.date | None] = mapped_column(Date)
    closed_on: Mapped[dt.date | None] = mapped_column(Date)
    provider: Mapped[Provider] = relationship(back_populates="activities", lazy="joined")


class DiscountAgreement(Base):
    """What client, provider and network each pay, in whole percents, while the agreement holds."""

    __tablename__ = "discount_agreement"
    __table_args__ = (
        CheckConstraint(
            "client_percent >= 0 AND provider_percent >= 0 AND network_percent >= 0",
            name="shares_not_negative",
        ),
        CheckConstraint(
            "client_percent + provider_percent + network_percent = 100", name="shares_add_up"
        ),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="period_forward"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    client_percent: Mapped[int]
    provider_percent: Mapped[int]
    network_percent: Mapped[int]
    from_on: Mapped[dt.date] = mapped_column(Date)
    until_on: Mapped[dt.date | None] = mapped_column(Date)
    provider: Mapped[Provider] = relationship(back_populates="agreements")

    def client_pays(self, price_cents: int) -> int:
        """What is left of a price for the client, as the judge of a discount works it out: the
        shares of provider and network are rounded down to the cent."""
        provider, network = self.provider_percent, self.network_percent
        return price_cents - price_cents * provider // 100 - price_cents * network // 100
