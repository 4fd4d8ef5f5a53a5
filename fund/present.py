"""What lies beside a request of the fund, in one statement: most have little of it. Changes nothing."""

from typing import Any, Final

from sqlalchemy import Label, bindparam, exists, select

from accounts.models import Person
from core.db import Base, rows_of
from fund.claims.models import Claim
from fund.models import Decision
from fund.texts.models import RefusalText
from intake.evidence.models import Paper
from intake.hearing.models import Hearing
from intake.requests.models import OtherPayerPart, Request
from offer.models import Activity

_TABLES: Final = Base.metadata.tables
_ID: Final[Any] = bindparam("request_id")
request_, claim_, person_, activity_, text_ = (
    _TABLES[one.__tablename__] for one in (Request, Claim, Person, Activity, RefusalText)
)


def _any(table: type[Base], name: str) -> Label[bool]:
    return exists().where(_TABLES[table.__tablename__].c.request_id == _ID).label(name)


BESIDE: Final = (
    select(
        _any(Decision, "decisions"),
        _any(Hearing, "hearings"),
        _any(OtherPayerPart, "other_parts"),
        _any(Paper, "papers"),
        exists(select(text_.c.id)).label("own_texts"),
        activity_.c.name.label("activity"),
        *(claim_.c.person_id, claim_.c.claimed_at, person_.c.name),
    )
    .select_from(request_)
    .outerjoin(activity_, activity_.c.id == request_.c.activity_id)
    .outerjoin(claim_, claim_.c.request_id == request_.c.id)
    .outerjoin(person_, person_.c.id == claim_.c.person_id)
    .where(request_.c.id == _ID)
)


def beside(request: Request) -> Any:
    """Whether there are any decisions, hearings, other_parts and papers, and own_texts of refusals in this
    house; the name of its activity; and who claimed it: person_id, name, claimed_at. None where there is none."""
    return rows_of(BESIDE, {"request_id": request.id}).one()
