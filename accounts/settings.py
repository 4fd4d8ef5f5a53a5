"""The settings of the whole centre as the accounts room shows them: groups, labels, hints. It stores none."""

from dataclasses import dataclass
from typing import Any, Final

from flask_babel import lazy_gettext as _l

from core import settings
from core.errors import Words


@dataclass(frozen=True)
class Shown:
    """How one key stands on the page. Keys that are not here are set by the room that owns them."""

    key: str
    label: Words
    hint: Words | None = None
    smallest: int = 1
    largest: int = 365


@dataclass(frozen=True)
class Group:
    """Settings under one heading."""

    title: Words
    shown: tuple[Shown, ...]
    note: Words | None = None


GROUPS: Final = (
    Group(
        _l("Way of working"),
        (
            Shown(
                "decision_term_days",
                _l("Days to decide"),
                _l("Counted from the request. The law says 30."),
            ),
            Shown(
                "question_answer_days",
                _l("Days to answer a question"),
                _l("Then on to the next working day. Who asks can choose another day."),
            ),
            Shown(
                "forward_term_days",
                _l("Days to forward a request"),
                _l("To the centre that is competent. The law says 5, from the request."),
            ),
            Shown(
                "notify_term_days",
                _l("Days to send the letter"),
                _l("Counted from the decision. The law says 8."),
            ),
            Shown(
                "proof_valid_days",
                _l("Days that a proof is valid"),
                _l("After them a provider no longer accepts it."),
            ),
            Shown(
                "referral_days",
                _l("Days that a referral waits"),
                _l("After them what a partner told is removed. Nobody took it up."),
            ),
            Shown(
                "postal_codes",
                _l("Postal codes of the municipality"),
                _l("One on each line. Who lives here is a resident."),
            ),
            Shown(
                "assistance_plan",
                _l("Work with full assistance plans"),
                _l("Goals by life domain in each file. A request names the goal that it serves."),
            ),
        ),
        # Further profiles come with what they switch on.
        note=_l("Profile: simple. One fund, one rule, one approver for each request."),
    ),
    Group(
        _l("Above letters"),
        (
            Shown("letters.sender_name", _l("Name of the centre")),
            Shown(
                "letters.sender_lines",
                _l("Address lines"),
                _l("One on each line, the telephone too."),
            ),
        ),
    ),
    Group(
        _l("On proofs for providers"),
        (
            Shown(
                "letters.neutral_name",
                _l("Neutral name"),
                _l("A provider sees this name. It says nothing about assistance."),
            ),
            Shown("letters.neutral_lines", _l("Neutral address lines"), _l("One on each line.")),
        ),
    ),
)


def shown_here() -> list[tuple[Group, list[tuple[Shown, settings.Key[Any]]]]]:
    """The groups with the keys that this installation registers."""
    known = settings.registered()
    return [
        (group, [(one, known[one.key]) for one in group.shown if one.key in known])
        for group in GROUPS
    ]
