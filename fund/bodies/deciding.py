"""Which body decides on a request, on what that rests, and in which capacity somebody speaks. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from accounts.permissions import Role
from regulation.vocabulary.rules import Scheme
from terms.deciding import (
    APPEAL_MONTHS,
    COUNCIL_RULE,
    DECIDE_DAYS,
    INDIVIDUAL_AID,
    LABOUR_COURT,
    NOTIFY_DAYS,
    may_belong,
)
from terms.rule_lists import BODIES

# Capacities beside the roles themselves.
STAND_IN: Final = "stand_in"
COUNTER: Final = "counter"
REGISTERED: Final = "registered"
# A meeting decided; this person writes down what.
FOR_MEETING: Final = "for_meeting"
# A meeting voted; this person recorded the votes.
BY_VOTE: Final = "by_vote"
# Who chairs the body granted at once what could not wait; the body ratifies it.
CHAIR: Final = "chair"

HEAD, COMMITTEE, SUBCOMMITTEE = "head_of_service", "bcsd", "subcommittee"
WORKER: Final = "worker"
# These decide in a meeting, never by one person.
BY_MEETING: Final = frozenset({COMMITTEE, SUBCOMMITTEE})
# Words that leave it to the centre who decides.
LEFT_OPEN: Final = frozenset({"", "approver"})


def role_for(body: str) -> Role:
    """The role that decides for this body, or that writes down what its meeting decided."""
    return Role.HEAD if body == HEAD else Role.APPROVER


@dataclass(frozen=True)
class Terms:
    """How long each step takes in days, and where one appeals within how many months. None: not known.

    Forwarding is intake's, which reads its days in the rule itself.
    """

    decide_days: int | None = None
    notify_days: int | None = None
    appeal_months: int | None = None
    appeal_to: str = ""
    next_working_day: bool = False


# By the basis; under a council rule they are those that the rule names, and else the centre's own.
# Where nobody has stated a basis, the remedy is the one of individual aid: it is never too narrow.
BY_BASIS: Final[Mapping[str, Terms]] = {
    "": Terms(appeal_months=APPEAL_MONTHS, appeal_to=LABOUR_COURT),
    COUNCIL_RULE: Terms(),
    INDIVIDUAL_AID: Terms(
        decide_days=DECIDE_DAYS,
        notify_days=NOTIFY_DAYS,
        appeal_months=APPEAL_MONTHS,
        appeal_to=LABOUR_COURT,
    ),
}


@dataclass(frozen=True)
class Deciding:
    """Who decides: the body, the place in the text that says so, and the basis under both."""

    body: str
    article: str = ""
    basis: str = ""
    # The rule names the body; else the centre's answer in the setup does, or nobody.
    by_rule: bool = True
    # Somebody sent it on to this body.
    sent_on: bool = False
    # Another amount than the assessment was asked, and the rule gives that to this body alone.
    for_deviating: bool = False
    second_above_cents: int | None = None
    counter_up_to_cents: int | None = None
    registers: bool = False

    @property
    def role(self) -> Role:
        """Who decides for it alone."""
        return role_for(self.body)

    def needs_a_second(self, cents: int) -> bool:
        """Is this more than one person may grant?"""
        return self.second_above_cents is not None and cents > self.second_above_cents


@dataclass(frozen=True)
class Capacity:
    """In which capacity somebody decides, and for whom when that is somebody else."""

    word: str
    on_behalf_of_id: int | None = None


@dataclass(frozen=True)
class Centre:
    """What the centre answered in its setup, in the words of rules; empty while nobody did."""

    basis: str = ""
    body: str = ""


def deciding_of(
    scheme: Scheme,
    body: str,
    article: str,
    centre: Centre,
    *,
    deviates: bool = False,
    sent_to: str = "",
) -> Deciding:
    """From the rule, from the body that the judge found for this amount, and from the centre's setup.

    `sent_to`: the body to which somebody sent it on decides instead, but for what the rule gives to
    one body alone.
    """
    basis = scheme.basis
    stated = basis.rests_on.value if basis and basis.rests_on else centre.basis
    if sent_to:
        body, article = sent_to, ""
    named = body if body not in LEFT_OPEN else centre.body or body
    deviating = basis.deviation_body if basis and deviates else ""
    return Deciding(
        body=deviating or named,
        article=basis.ref if basis and deviating else article,
        basis=stated,
        by_rule=bool(deviating or body),
        sent_on=bool(sent_to and not deviating),
        for_deviating=bool(deviating),
        second_above_cents=basis.second_above_cents if basis else None,
        counter_up_to_cents=(
            basis.counter_up_to_cents if basis and stated == COUNCIL_RULE else None
        ),
        registers=bool(basis and basis.registers),
    )


def bodies_besides(found: Deciding, body_of_centre: str) -> tuple[str, ...]:
    """The other bodies that may decide on the same basis; who leaves it to the centre is no other body
    than the centre's, and the worker is nobody's body."""
    left_open = LEFT_OPEN if body_of_centre else frozenset()
    return tuple(
        word
        for word in BODIES
        if word not in {found.body or "approver", WORKER, *left_open}
        and may_belong(found.basis, word)
    )


def terms_of(scheme: Scheme, centre: Centre) -> Terms:
    """What the rule says of time and remedy; what it leaves out follows from the basis."""
    said = scheme.basis.rests_on if scheme.basis else None
    usual = BY_BASIS[said.value if said else centre.basis]
    own = scheme.time_limits
    if own is None:
        return usual
    return Terms(
        decide_days=own.decide_days or usual.decide_days,
        notify_days=own.notify_days or usual.notify_days,
        appeal_months=own.appeal_months or usual.appeal_months,
        appeal_to=own.appeal_to or usual.appeal_to,
        next_working_day=own.next_working_day,
    )
