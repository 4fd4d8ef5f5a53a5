"""Whose request or receipt carries a number: for the search of people, which knows no requests. Pure SQL."""

from typing import Any

from sqlalchemy import Select, select

from intake.requests.models import Filing, Request


def clients_by_number(number: str) -> tuple[Select[Any], ...]:
    """The clients of the request, or of all that is on the receipt, with exactly this number."""
    by_request = select(Request.client_id).where(Request.number == number)
    by_receipt = (
        select(Request.client_id)
        .join(Filing, Filing.id == Request.filing_id)
        .where(Filing.receipt_number == number)
    )
    return by_request, by_receipt
