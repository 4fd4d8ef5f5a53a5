"""The words of hearings: their state, and what happened when. It decides nothing."""

from collections.abc import Iterator, Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from core.clock import long_date
from core.pages.show import moment
from intake.hearing.models import Hearing

STATES: Final[Mapping[str, tuple[LazyString, str]]] = {
    "asked": (_l("asked to be heard"), "amber"),
    "invited": (_l("invited to be heard"), "amber"),
    "held": (_l("heard"), "green"),
    "waived": (_l("not heard"), "neutral"),
}


def rows_of(hearing: Hearing) -> Iterator[tuple[str, str]]:
    """What is known of it, as pairs."""
    yield (
        _("Asked on"),
        _(
            "%(day)s, noted by %(who)s",
            day=long_date(hearing.asked_on),
            who=hearing.noted_by.name,
        ),
    )
    if hearing.invited_for_on and hearing.invited_by and hearing.invited_at:
        when = " ".join(filter(None, (long_date(hearing.invited_for_on), hearing.invited_time)))
        yield _("Expected on"), ", ".join(filter(None, (when, hearing.place)))
        yield (
            _("Invited by"),
            f"{hearing.invited_by.name}, {moment(hearing.invited_at)}",
        )
    if hearing.held_on and hearing.held_by:
        on = long_date(hearing.held_on)
        yield _("Heard on"), _("%(day)s, noted by %(who)s", day=on, who=hearing.held_by.name)
        yield _("Present"), hearing.present
        yield _("Minutes"), hearing.minutes
    if hearing.waived_by and hearing.waived_at:
        yield _("Not heard because"), hearing.waived_why
        yield _("Noted by"), f"{hearing.waived_by.name}, {moment(hearing.waived_at)}"
