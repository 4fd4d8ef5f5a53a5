"""What stands around the worklist: its states, what is on, the views one has. It changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accounts.saved_views.models import SavedView
from accounts.saved_views.queries import views_of
from fund.desk import Desk
from fund.meetings.choices import meetings_are_on
from fund.narrowing.filters import LIST, Narrowed, read
from fund.worklist import counts_of, open_counts


@dataclass(frozen=True)
class Around:
    """The lists beside this one."""

    filters: Narrowed
    counts: Mapping[str, int]
    # (view, its filters, how many)
    views: Sequence[tuple[SavedView, Narrowed, int]]
    # What a meeting decides waits for no approver.
    meetings_are_on: bool


def around(person_id: int, typed: Mapping[str, str], desk: Desk) -> Around:
    """For these filters; where nothing is said, one's own first view, else what waits for a decision."""
    saved = views_of(person_id, LIST) if desk.has_views else ()
    begins = saved[0].filters if saved and saved[0].is_first else {}
    filters = read(typed or begins)
    narrowed = [read(view.filters) for view in saved]
    counts = counts_of(narrowed, desk.bodies)
    open_now = open_counts(desk.bodies, desk.hidden)
    views = list(zip(saved, narrowed, counts, strict=True))
    return Around(filters, open_now, views, meetings_are_on())
