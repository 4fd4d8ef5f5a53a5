"""The table for every proof that a client hands to a provider."""

import datetime as dt

from sqlalchemy import CheckConstraint, Date, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.db import Base, BigKey, UTCDateTime
from intake.requests.models import Request


class Voucher(Base):
    """A neutral proof with a code: what the bearer pays and what the provider may charge us."""

    __tablename__ = "voucher"
    __table_args__ = (
        CheckConstraint("kind IN ('proof', 'voucher')", name="kind_known"),
        CheckConstraint("amount_cents >= 0", name="amount_not_negative"),
        CheckConstraint("used_cents >= 0 AND used_cents <= amount_cents", name="used_within"),
        UniqueConstraint("cause"),
    )
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    # One proof for each grant: "grant:<decision id>".
    cause: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(10))
    code: Mapped[str] = mapped_column(String(20), unique=True)
    # What the network pays of the price, what the bearer pays, what the provider gives.
    amount_cents: Mapped[int]
    client_cents: Mapped[int]
    provider_cents: Mapped[int]
    used_cents: Mapped[int] = mapped_column(default=0)
    issued_at: Mapped[dt.datetime] = mapped_column(UTCDateTime)
    valid_until_on: Mapped[dt.date] = mapped_column(Date)
    handed_over_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    revoked_at: Mapped[dt.datetime | None] = mapped_column(UTCDateTime)
    request: Mapped[Request] = relationship()
