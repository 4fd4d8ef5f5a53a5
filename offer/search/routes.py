"""The pages of who looks for something to do: what is found, a star, and the sheet on paper. No rule stands here."""

from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core.clock import today
from core.db import transaction
from core.ids import row_id
from core.pages.page import go, page
from offer import queries
from offer.blueprint import bp
from offer.favourites import actions as favourites
from offer.favourites.queries import favourites_among
from offer.models import Activity
from offer.search import showing
from offer.search.forms import FilterForm
from offer.search.queries import page_of_offer
from offer.search.wanted import Wanted

# Each row has acts of its own: fewer of them keep the page light.
ROWS = 30


@bp.get("/offer")
@needs(Permission.OFFER_READ)
def activities() -> Response:
    """What there is to do, by name, as one narrows it; every choice stands in the address."""
    form = FilterForm(request.args)
    wanted, kept = form.wanted(), form.kept()
    key, team_id = request.args.get("key"), me().person.team_id
    found = page_of_offer(wanted, today(), team_id=team_id, key=key, size=ROWS)
    answer = page(
        "offer/activities.html",
        "offer/_found.html",
        filters=form,
        found=found,
        kept=kept,
        here=kept | ({"key": key} if key else {}),
        chips=chips_of(wanted, kept),
        has_team=team_id is not None,
        starred=favourites_among([one.id for one in found.items], team_id),
        **about(found.items),
    )
    answer.headers["HX-Replace-Url"] = url_for(".activities", **kept)
    return answer


@bp.get("/offer/sheet")
@needs(Permission.OFFER_READ)
def sheet() -> Response:
    """The ticked activities on paper for a client, or without ticks all that was found."""
    form = FilterForm(request.args)
    picked = [number for number in map(row_id, request.args.getlist("pick")) if number]
    narrowed = Wanted() if picked else form.wanted()
    found = page_of_offer(narrowed, today(), team_id=me().person.team_id, only=picked)
    back = url_for(".activities", **form.kept())
    return page("offer/sheet.html", found=found, back=back, **about(found.items))


@bp.post("/offer/activities/<int:activity_id>/star")
@needs(Permission.OFFER_FAVOURITE)
def star(activity_id: int) -> Response:
    """Keep an activity at hand for the team, or no longer."""
    with transaction():
        shown = queries.activity(activity_id)
        act = favourites.star if request.form.get("starred") else favourites.unstar
        act(shown, by=me())
    kept = FilterForm(request.form).kept()
    if "key" in request.form:
        kept["key"] = request.form["key"]
    return go(url_for(".activities", _anchor=f"star-{activity_id}", **kept))


def about(found: list[Activity]) -> dict[str, Any]:
    """What every page that shows activities needs beside them."""
    providers = {activity.provider_id for activity in found}
    return {"agreements": queries.agreements_on(providers, today()), "on": today(), **showing.SAYS}


def chips_of(wanted: Wanted, kept: dict[str, Any]) -> list[tuple[str, str]]:
    """Each filter that is on, with the address without it."""
    also = {name: value for name, value in kept.items() if name == "client"}
    chips = [
        (words, url_for(".activities", **wanted.without(name).typed(), **also))
        for name, words in showing.filter_words(wanted)
    ]
    if also:
        chips.append(
            (_("For the client whose file you came from"), url_for(".activities", **wanted.typed()))
        )
    return chips
