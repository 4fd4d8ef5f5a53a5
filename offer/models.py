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
    closed_on: Mapped[dt.date | None] = mapped_column(Date)
    activities: Mapped[list["Activity"]] = relationship(back_populates="provider")
    agreements: Mapped[list["DiscountAgreement"]] = relationship(back_populates="provider")


class Activity(Base):
    """Something to do, with the price that the provider asks for it."""

    __tablename__ = "activity"
    __table_args__ = (
        CheckConstraint("price_cents >= 0", name="price_not_negative"),
        Index("ix_activity_sort_name", "sort_name", "id"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), index=True)
    name: Mapped[str] = mapped_column(String(160))
    # Folded name of the activity and of its provider: "zwemles zwembad boxbergheide".
    sort_name: Mapped[str] = mapped_column(FoldedText(330))
    category: Mapped[str] = mapped_column(String(30))
    price_cents: Mapped[int]
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
