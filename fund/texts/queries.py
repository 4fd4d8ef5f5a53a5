"""Reading the words of refusals: what counts now, what there was, and filled in for one request. Changes nothing."""

from collections.abc import Mapping, Sequence
from typing import Final

from flask_babel import force_locale
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from core.clock import brussels, long_date
from core.db import db, rows_of
from core.letters.letters import LANGUAGE
from core.money import show_cents
from fund.reasons import article_of
from fund.record import Judged
from fund.texts.filling import filled
from fund.texts.models import RefusalText
from fund.texts.shipped import SITUATIONS, shipped_words
from regulation.versions.queries import rule_set

_newest = (
    select(RefusalText.code, func.max(RefusalText.number).label("number"))
    .group_by(RefusalText.code)
    .subquery()
)
_IS_NEWEST: Final = (_newest.c.code == RefusalText.code) & (_newest.c.number == RefusalText.number)
NEWEST: Final = (
    select(RefusalText).join(_newest, _IS_NEWEST).options(joinedload(RefusalText.made_by))
)
NEWEST_WORDS: Final = select(RefusalText.code, RefusalText.words).join(_newest, _IS_NEWEST)


def versions_of(code: str) -> Sequence[RefusalText]:
    """All versions of one reason, the newest first."""
    return db.session.scalars(
        select(RefusalText)
        .where(RefusalText.code == code)
        .options(joinedload(RefusalText.made_by))
        .order_by(RefusalText.number.desc())
    ).all()


def newest_versions() -> Mapping[str, RefusalText]:
    """Of each reason that somebody ever edited the version that counts."""
    return {one.code: one for one in db.session.scalars(NEWEST)}


def words_now(*, edited_here: bool = True) -> dict[str, str]:
    """The words of each reason as they count now, with their placeholders; asks for nothing where it is
    known that nobody ever edited one."""
    rows = rows_of(NEWEST_WORDS) if edited_here else ()
    edited = {row.code: row.words for row in rows}
    return {code: edited.get(code) or shipped_words(code) for code in SITUATIONS}


def texts_for(case: Judged, *, edited_here: bool = True) -> dict[str, str]:
    """The words of each reason, with the situation of this client; `edited_here` as in `words_now`."""
    scheme = rule_set(case.rule).schemes[case.request.scheme]
    values = _situation(case)
    return {
        code: filled(words, {**values, "artikel": article_of(code, scheme, case.assessment)})
        for code, words in words_now(edited_here=edited_here).items()
    }


def _situation(case: Judged) -> dict[str, str]:
    """The values of the placeholders; what is not known is not there."""
    request = case.request
    caps = [cap for cap in case.assessment.caps if cap.limit_cents is not None]
    cap = min(caps, key=lambda one: one.left_before_cents, default=None)
    with force_locale(LANGUAGE):
        known = {
            "voornaam": request.client.given_name,
            "activiteit": request.what,
            "aanbieder": request.provider_name,
            "prijs": show_cents(request.cost_cents),
            "bedrag": show_cents(case.assessment.amount_cents),
            "datum": long_date(request.cost_on),
            "ingediend": long_date(brussels(request.submitted_at).date()),
            "jaar": str(request.cost_on.year),
        }
        if cap is not None and cap.limit_cents is not None:
            known["plafond"] = show_cents(cap.limit_cents)
            known["over"] = show_cents(cap.left_before_cents)
    return known
