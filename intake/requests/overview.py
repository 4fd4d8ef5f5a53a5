"""The list of requests with what stands around it, in a fixed number of statements. Changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from accounts.models import Account
from accounts.saved_views.models import SavedView
from accounts.saved_views.queries import views_of
from core.pages.paging import Page
from intake.requests import lists
from intake.requests.filters import STATES, Filters, read
from intake.requests.forms import FilterForm

LIST: Final = "requests"


@dataclass(frozen=True)
class Choice:
    """A list that one can go to, with how many are in it; a saved one has its view."""

    filters: Filters
    count: int
    is_open: bool
    view: SavedView | None = None


@dataclass(frozen=True)
class Overview:
    """A list of requests as somebody sees it."""

    filters: Filters
    narrowing: FilterForm
    scopes: tuple[str, ...]
    people: Mapping[int, str]
    drafts: list[lists.DraftRow]
    found: Page[Any] | None
    states: list[Choice]
    views: list[Choice]

    @property
    def view(self) -> SavedView | None:
        """The saved view that is open now."""
        return next((one.view for one in self.views if one.is_open), None)


def overview_of(account: Account, typed: Mapping[str, str], key: str | None = None) -> Overview:
    """The list for these filters; where nothing is said, one's own first view, else the open ones."""
    scopes, saved = lists.scopes_of(account), views_of(account.person_id, LIST)
    begins = saved[0].filters if saved and saved[0].is_first else {}
    filters, narrowing = read(typed or begins, scopes)
    people = lists.workers_in(account, filters.who)
    narrowing.offer_workers(people)
    drafts = lists.drafts_of(account)
    states = [filters.but(state=state) for state in STATES]
    views = [read(one.filters, scopes)[0] for one in saved]
    counts = lists.counts_of(account, [*states, *views])
    counts = [
        len(drafts) if one.state == "drafts" else count
        for one, count in zip([*states, *views], counts, strict=True)
    ]
    return Overview(
        filters=filters,
        narrowing=narrowing,
        scopes=scopes,
        people=dict(people),
        drafts=drafts,
        found=None
        if filters.state == "drafts"
        else lists.page_of_requests(account, filters, key=key),
        states=[
            Choice(one, count, one == filters) for one, count in zip(states, counts, strict=False)
        ],
        views=[
            Choice(one, count, one == filters, view)
            for one, count, view in zip(views, counts[len(states) :], saved, strict=True)
        ],
    )
