"""The words of refusals as they are shipped: the rule first, then the client's own situation. It fills nothing in."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from flask_babel import LazyString, force_locale
from flask_babel import lazy_gettext as _l

from core.letters.letters import LANGUAGE
from fund.reasons import REASONS

# What follows the reason and its article, on a line of its own; the approver adapts the end of it.
SITUATIONS: Final[Mapping[str, LazyString]] = {
    "no_status": _l(
        "On {datum} we know of no status of {voornaam} that the rule asks. Does {voornaam} have a "
        "proof of one? Then a new request is possible."
    ),
    "not_covered": _l("{activiteit} is not among what the fund helps to pay."),
    "cap_reached": _l(
        "At most {plafond} is possible in this period. Of that {over} is left for {voornaam}."
    ),
    "too_late": _l(
        "The cost is of {datum}. The request came in on {ingediend}, after the last day for it."
    ),
    "others_pay": _l(
        "The price of {activiteit} is {prijs}. Others pay that, so nothing is left to pay."
    ),
    "no_evidence": _l("We have seen no bill or proof of payment for {activiteit}."),
    "no_answer": _l("We asked for more information on {activiteit}. We had no answer."),
    "budget_spent": _l("For {jaar} there is no money left in the fund."),
}
NO_ARTICLE: Final = {"no_answer", "budget_spent"}


@cache
def shipped_words(code: str) -> str:
    """In the administrative language: the client reads it. The catalogue is read once, at start."""
    with force_locale(LANGUAGE):
        reason = str(REASONS[code].words)
        where = "" if code in NO_ARTICLE else " ({artikel})"
        return f"{reason}{where}\n{SITUATIONS[code]}"
