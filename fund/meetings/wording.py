"""Meetings in words: stages, proposals, votes, who is there. It decides nothing."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.clock import brussels, long_date
from core.money import show_cents
from fund.meetings import life
from fund.meetings.models import Item, Meeting
from fund.meetings.votes.counting import quorum_of
from fund.meetings.votes.presence import heads_of, there_now
from fund.meetings.votes.roll import ABSENT, PRESENT, There, named
from intake.requests.life import REFUSED
from terms.lists import label_of
from terms.rule_lists import BODIES

STAGES: Final[Mapping[str, tuple[LazyString, str]]] = {
    life.PREPARING: (_l("being prepared"), "amber"),
    life.CONVENED: (_l("convened"), "blue"),
    life.OPEN: (_l("in session"), "red"),
    life.CLOSED: (_l("closed"), "green"),
    life.NO_QUORUM: (_l("no quorum"), "neutral"),
    life.CANCELLED: (_l("called off"), "neutral"),
}
OUTCOMES: Final[Mapping[str, tuple[LazyString, str]]] = {
    life.PENDING: (_l("no outcome yet"), "neutral"),
    life.ADOPTED: (_l("adopted"), "green"),
    life.REJECTED: (_l("rejected"), "red"),
    life.POSTPONED: (_l("put off"), "amber"),
    life.DROPPED: (_l("off the agenda"), "neutral"),
}
WHY_OUT: Final[Mapping[str, LazyString]] = {
    "conflict": _l("conflict of interest"),
    "away": _l("away for a moment"),
}

THERE: Final[Mapping[There, LazyString | None]] = {
    There.WHOLE: None,
    There.PART: _l("there for a part"),
    There.NOT: _l("absent"),
}


def name_of(meeting: Meeting) -> str:
    """Meeting 3/2026 of the special committee."""
    return str(
        _(
            "Meeting %(number)s/%(year)s, %(body)s",
            number=meeting.number,
            year=meeting.year,
            body=body_of(meeting),
        )
    )


def body_of(meeting: Meeting) -> str:
    """Whose meeting it is."""
    name = label_of(BODIES, meeting.body)
    return name[:1].lower() + name[1:]


def when(meeting: Meeting) -> str:
    """The day and the hour in Brussels."""
    here = brussels(meeting.starts_at)
    return str(_("%(day)s at %(time)s", day=long_date(here.date()), time=f"{here:%H:%M}"))


def stage_of(meeting: Meeting) -> tuple[str, str]:
    """Words and tone."""
    words, tone = STAGES[meeting.stage]
    if meeting.is_elsewhere and meeting.stage == life.CONVENED:
        words = _("agenda ready")
    return str(words), tone


def outcome_of(item: Item) -> tuple[str, str]:
    """Words and tone; of an urgent grant whether it was ratified."""
    if item.kind == life.RATIFY and item.stage == life.ADOPTED:
        return str(_("ratified")), "green"
    if item.kind == life.RATIFY and item.stage == life.REJECTED:
        return str(_("not ratified")), "red"
    words, tone = OUTCOMES[item.stage]
    return str(words), tone


def proposal_of(item: Item) -> str:
    """What the meeting is asked."""
    if item.kind == life.RATIFY:
        return str(_("Ratify %(amount)s", amount=show_cents(item.granted_cents)))
    if not item.outcome:
        return str(_("no proposal yet"))
    said = str(_("Refuse"))
    if item.outcome != REFUSED:
        said = str(_("Grant %(amount)s", amount=show_cents(item.granted_cents)))
    return str(_("Revise: %(said)s", said=said)) if item.kind == life.REVISE else said


def votes_of(item: Item) -> str:
    """How the vote fell; empty before it."""
    if item.voted_at is None or item.stage not in (life.ADOPTED, life.REJECTED):
        return ""
    if item.meeting.is_elsewhere:
        return str(_("the votes stand in the other tool"))
    if item.by_consensus:
        return str(_("by consensus"))
    return str(
        _(
            "%(for_n)s for, %(against_n)s against, %(abstained_n)s abstained",
            for_n=item.votes_for,
            against_n=item.votes_against,
            abstained_n=item.abstained,
        )
    )


def there_rows(item: Item) -> list[tuple[str, str]]:
    """Who was there when it was voted on and who was not, as it stays with the vote."""
    found = [(_("Voted"), named(item, PRESENT)), (_("Absent"), named(item, ABSENT))]
    for why, words in WHY_OUT.items():
        found.append((_("Sat out"), [f"{one} ({words})" for one in named(item, why)]))
    return [(str(title), ", ".join(names)) for title, names in found if names]


def quorum_words(meeting: Meeting) -> str:
    """How many must be there, and how many are."""
    heads = heads_of(meeting)
    there = len(there_now(meeting, heads))
    words = str(ngettext("%(num)s member is there.", "%(num)s members are there.", there))
    if meeting.second_of_id is not None:
        rest = _("It is the second convocation: whoever comes decides.")
    else:
        everybody = len(heads)
        needed = quorum_of(everybody)
        rest = _("%(needed)s of %(all)s must be there.", needed=needed, all=everybody)
    return f"{words} {rest}"


def convened_words(meeting: Meeting) -> str:
    """What is said once the agenda has left."""
    if meeting.is_elsewhere:
        return str(_("The agenda is ready. Take the documents to the other tool."))
    return str(_("Convened. The members can read the files."))


def announced(decided_n: int) -> str:
    """What a vote on the block came to."""
    return str(ngettext("%(num)s request decided.", "%(num)s requests decided.", decided_n))
