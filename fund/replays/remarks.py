"""What to mind when one reads the figures of a trial, in sentences. It counts nothing anew."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from core.money import show_cents
from fund.replays.blurring import JOINED
from fund.replays.tally import OUTSIDE
from fund.replays.wording import difference, fact_words
from regulation.findings.assessment import Outcome

Result = Mapping[str, Any]


def remarks_on(result: Result) -> list[tuple[str, str]]:
    """Heading and sentence of each; what did not occur is left out."""
    said = (
        (_("What was really granted"), _granted(result)),
        (_("Facts are missing"), _missing(result)),
        (_("A person judged this then"), _judged_then(result)),
        (_("A person judges this"), _judged(result)),
        (_("No figure"), _unknown(result)),
        (_("Not in this rule"), _outside(result)),
        (_("Not shown"), _hidden(result)),
    )
    return [(str(heading), sentence) for heading, sentence in said if sentence]


def _count(result: Result, outcome: str) -> int:
    return sum(count for _then, now, count in result["moves"] if now == outcome)


def _granted(result: Result) -> str:
    """The approver's own differences stay out of what the rule would change."""
    if result["granted_cents"] is None:
        return ""
    granted = show_cents(result["granted_cents"])
    if not result["deviated"]:
        return str(_("%(amount)s: just what the rule gave then.", amount=granted))
    return str(
        ngettext(
            "%(amount)s. In %(num)s decision the approver gave another amount than the rule: "
            "%(cents)s. This is not part of the tables above.",
            "%(amount)s. In %(num)s decisions the approver gave another amount than the rule: "
            "%(cents)s together. This is not part of the tables above.",
            result["deviated"],
            amount=granted,
            cents=difference(result["deviated_cents"]),
        )
    )


def _missing(result: Result) -> str:
    if not result["missing"]:
        return ""
    facts = ", ".join(
        f"{fact_words(fact, result['asked'])} ({count}×)"
        for fact, count in result["missing"].items()
    )
    return str(
        ngettext(
            "For %(num)s decision this version needs what was not asked then: %(facts)s.",
            "For %(num)s decisions this version needs what was not asked then: %(facts)s.",
            _count(result, Outcome.NEEDS.value),
            facts=facts,
        )
    )


def _judged(result: Result) -> str:
    count = _count(result, Outcome.JUDGEMENT.value)
    if not count:
        return ""
    return str(
        ngettext(
            "A person would judge %(num)s decision. Its amount is that of a yes.",
            "A person would judge %(num)s decisions. Their amounts are those of a yes.",
            count,
        )
    )


def _judged_then(result: Result) -> str:
    """Trials from before the keeping of it have none of these counts."""
    count = sum(count for then, _now, count in result["moves"] if then == Outcome.JUDGEMENT)
    said = (
        (
            count,
            ngettext(
                "A person judged %(num)s decision.", "A person judged %(num)s decisions.", count
            ),
        ),
        (result.get("set_by_person_cents"), _set(result)),
        (result.get("unkept", 0), _unkept(result)),
    )
    return " ".join(str(sentence) for number, sentence in said if number)


def _set(result: Result) -> str:
    """What a person set is no figure of the rule of then."""
    return str(
        ngettext(
            "In %(num)s of them the person set the amount: %(cents)s. It is not in the tables of money.",
            "In %(num)s of them the person set the amount: %(cents)s together. They are not in the "
            "tables of money.",
            result.get("set_by_person", 0),
            cents=show_cents(result.get("set_by_person_cents") or 0),
        )
    )


def _unkept(result: Result) -> str:
    return str(
        ngettext(
            "For %(num)s older decision it was not kept whether a person judged.",
            "For %(num)s older decisions it was not kept whether a person judged.",
            result.get("unkept", 0),
        )
    )


def _unknown(result: Result) -> str:
    if not result["unknown"] or result["unknown_cents"] is None:
        return ""
    return str(
        ngettext(
            "For %(num)s decision this version gives no figure. Then it was %(cents)s. "
            "It is not in the table of money.",
            "For %(num)s decisions this version gives no figure. Then it was %(cents)s together. "
            "They are not in the table of money.",
            result["unknown"],
            cents=show_cents(result["unknown_cents"]),
        )
    )


def _hidden(result: Result) -> str:
    """Only who sees totals alone has such results."""
    if result["granted_cents"] is not None and JOINED not in result["money"]:
        return ""
    return str(
        _("Behind some amounts stand fewer than 5 households. These are joined, or not shown.")
    )


def _outside(result: Result) -> str:
    count = _count(result, OUTSIDE)
    if not count:
        return ""
    return str(
        ngettext(
            "This version has no scheme for %(num)s decision. It counts as not changed.",
            "This version has no scheme for %(num)s decisions. They count as not changed.",
            count,
        )
    )
