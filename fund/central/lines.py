"""A decision as a line of a spreadsheet for the central file: which columns, in which words. It reads nothing.

The headings are those that the takeover recognises, so that what leaves here can be read again.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from flask_babel import gettext as _

from core.clock import brussels, show_date
from core.letters.sheets import in_dutch
from core.money import write_cents
from core.separated import MARK, line
from fund.bodies.wording import names_in_line
from fund.record import lines_of_plain
from fund.wording import OUTCOME_WORDS
from intake.asking.asked import DISCOUNT
from intake.goals.queries import goal_in
from intake.requests.life import REFUSED
from regulation.findings.assessment import Kind
from terms.lists import CATEGORIES, LIFE_DOMAINS, label_of


def headings() -> list[str]:
    """What each column is, in the order of a line."""
    return [
        *(_("Case number"), _("File number"), _("Request number"), _("Ask as"), _("Submitted on")),
        *(_("Date of the decision"), _("Description"), _("Kind of activity"), _("Provider")),
        *(_("Date of the cost"), _("Price"), _("Decision"), _("Amount granted"), _("Freed")),
        *(_("Article"), _("Goal"), _("Life domain"), _("Paid"), _("Paid on"), _("Decided by")),
    ]


def cells(row: Any) -> list[str]:
    """One decision."""
    return [
        *(row.case_number, row.file_number, row.number),
        _("Discount") if row.kind == DISCOUNT else _("Culture Fund"),
        *(show_date(brussels(at).date()) for at in (row.submitted_at, row.decided_at)),
        *(row.what, label_of(CATEGORIES, row.category), row.provider_name),
        *(show_date(row.cost_on), write_cents(row.cost_cents), str(OUTCOME_WORDS[row.outcome])),
        *(write_cents(row.granted_cents), write_cents(row.freed_cents)),
        *(article_of(row), _goal(row), label_of(LIFE_DOMAINS, row.life_domain)),
        *(write_cents(row.paid_cents), show_date(row.paid_on) if row.paid_on else ""),
        names_in_line(row.decided_by, row.on_behalf_of, row.second_by),
    ]


def _goal(row: Any) -> str:
    """That of the client's plan, or as it was typed."""
    return goal_in(row.goal_key, row.goal_sealed) if row.goal_key else str(row.goal)


def article_of(row: Any) -> str:
    """Of a refusal its own; of a grant those of the steps that count, each once."""
    if row.outcome == REFUSED:
        return str(row.article)
    steps = lines_of_plain(row.lines)
    counted = (one for one in steps if one.effect_cents or one.kind is not Kind.CAP)
    return ", ".join(dict.fromkeys(one.article for one in counted if one.article))


def file_of(batches: Iterable[Iterable[Any]]) -> Iterator[str]:
    """The whole file, piece by piece: the mark and the headings, then a line for each decision.

    In Dutch for everybody, each piece by itself: between two the reader's language may be gone.
    """
    with in_dutch():
        first = MARK + line(headings())
    yield first
    for rows in batches:
        with in_dutch():
            piece = "".join(line(cells(row)) for row in rows)
        yield piece
