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
    # Of a key with choices: each with its words.
    choices: tuple[tuple[str, Words], ...] = ()


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
                "term_warning_days",
                _l("Days ahead on which people are warned of a term"),
                _l("One number on each line, for example 10, 5 and 2."),
            ),
            Shown(
                "term_extends",
                _l("A last day on which nobody works moves to the next working day"),
                _l("Choose this only where your rule or your lawyer says so."),
            ),
            Shown(
                "question_reminder_days",
                _l("Days that a question waits before its worker is reminded"),
            ),
            Shown("flemish_day_off", _l("Nobody works on 11 July")),
            Shown("french_day_off", _l("Nobody works on 27 September")),
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
        _l("Meetings"),
        (
            Shown(
                "meetings.agenda",
                _l("Where the agenda of a committee lives"),
                _l("Here its members read the files, and its votes make the decisions."),
                choices=(
                    ("", _l("as the setup and the rules say")),
                    ("off", _l("there are no meetings")),
                    ("elsewhere", _l("in another tool")),
                    ("here", _l("here")),
                ),
            ),
            Shown(
                "meetings.convene_days",
                _l("Days ahead on which members are convened"),
                _l("The law says 8, or 5 where the rules of the body say so."),
                largest=60,
            ),
            Shown(
                "meetings.access_days",
                _l("Days after a session on which members still read its files"),
            ),
        ),
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
        _l("On letters with a decision"),
        (
            Shown(
                "letters.contact",
                _l("How clients reach you"),
                _l("One on each line: telephone, mail, opening hours."),
            ),
            Shown(
                "letters.delegation",
                _l("Above the signature"),
                _l("By whose delegation is signed. One on each line."),
            ),
            Shown(
                "letters.signatories",
                _l("Who signs"),
                _l("A name, a comma, a function. One on each line."),
            ),
            Shown(
                "letters.court_name",
                _l("Court for an appeal"),
                _l(
                    "The labour court of your town. Have this confirmed; until then no letter leaves."
                ),
            ),
            Shown(
                "letters.court_lines",
                _l("Address of that court"),
                _l("One on each line."),
            ),
            Shown(
                "letters.remedy_name",
                _l("Elsewhere than that court: where to go"),
                _l("Only for a rule of the council that names another body, or none."),
            ),
            Shown(
                "letters.remedy_lines",
                _l("Address of that body"),
                _l("One on each line."),
            ),
            Shown(
                "letters.payment_days",
                _l("Days to pay"),
                _l("Counted from the invoice or the proof of payment."),
            ),
            Shown(
                "letters.confirms_to_providers",
                _l("Confirm to the provider what you pay"),
                _l("A neutral half page for each grant that is paid to a provider."),
            ),
            Shown(
                "letters.invoice_lines",
                _l("Where providers send invoices"),
                _l("One on each line. It says nothing about assistance."),
            ),
        ),
        note=_l("A letter that lacks one of these does not leave."),
    ),
    Group(
        _l("On proofs for providers, and on envelopes"),
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
