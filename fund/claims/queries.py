"""Reading who reads what. Changes nothing."""

import datetime as dt
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, bindparam, exists

from core import clock
from core.db import Base, UTCDateTime
from fund.claims.models import Claim
from intake.requests.models import Request

# Who has not decided within it was called away.
READ_FOR: Final = dt.timedelta(minutes=30)


def since() -> dt.datetime:
    """What was claimed before this has lapsed."""
    return clock.now() - READ_FOR


# Filled in when a statement runs, so that it is built once and not for every page.
SINCE: Final = cast(Any, bindparam("claimed_since", callable_=since, type_=UTCDateTime()))
TABLE: Final[Any] = Base.metadata.tables[Claim.__tablename__]


def free_for(persons: frozenset[int]) -> ColumnElement[bool]:
    """The requests that nobody else reads now; one human being may be several persons."""
    return ~exists().where(
        TABLE.c.request_id == Request.id,
        TABLE.c.person_id.not_in(persons),
        TABLE.c.claimed_at > SINCE,
    )
