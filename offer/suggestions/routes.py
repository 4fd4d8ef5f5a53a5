"""Pages of suggestions: who misses a provider writes them, who keeps the offer answers. No rule stands here."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core.blame import done
from core.pages.page import go, page
from offer.actions import add_provider
from offer.blueprint import bp
from offer.forms import ProviderForm
from offer.models import Provider
from offer.routes import form_page, named
from offer.suggestions import actions, queries
from offer.suggestions.forms import AsideForm, SuggestionForm
from terms.lists import NEIGHBOURHOODS

ANSWERED = "answered"


@bp.route("/offer/suggestions/new", methods=["GET", "POST"])
@needs(Permission.OFFER_SUGGEST)
def suggest() -> Response:
    """A provider that is missed; and what became of those that one suggested before."""
    form = SuggestionForm()
    if done(form, lambda: actions.suggest(form.suggested(), by=me())):
        flash(_("Thank you. Who keeps the offer looks at it."), "success")
        return go(url_for(".suggest"))
    mine = [queries.page_of_suggestions(is_open=is_open, by=me()) for is_open in (True, False)]
    found = [one for part in mine for one in part.items]
    return form_page("offer/suggest.html", form, found=found)


@bp.get("/offer/suggestions")
@needs(Permission.OFFER_CHANGE)
def suggestions() -> Response:
    """Those that wait for an answer, or those that got one."""
    is_open = request.args.get("state") != ANSWERED
    found = queries.page_of_suggestions(is_open=is_open, key=request.args.get("key"))
    return page("offer/suggestions.html", found=found, is_open=is_open, answered=ANSWERED)


@bp.route("/offer/suggestions/<int:suggestion_id>/adopt", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def adopt(suggestion_id: int) -> Response:
    """Into the offer: the form of a provider, with what was suggested filled in."""
    shown = queries.suggestion(suggestion_id)
    where = "neighbourhood" if shown.place in NEIGHBOURHOODS else "address"
    known = {"name": shown.name, where: shown.place, "contact": shown.contact}
    form = ProviderForm(data=known)
    made: list[Provider] = []

    def act() -> None:
        waiting = queries.for_answer(suggestion_id)
        made.append(add_provider(*named(form)))
        actions.adopt(waiting, made[0], by=me())

    if done(form, act):
        return go(url_for(".provider", provider_id=made[0].id))
    return form_page("offer/adopt.html", form, provider=None, suggestion=shown, origin=origin())


@bp.route("/offer/suggestions/<int:suggestion_id>/aside", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def set_aside(suggestion_id: int) -> Response:
    """Not into the offer, with a word to who suggested it."""
    shown = queries.suggestion(suggestion_id)
    form = AsideForm()

    def act() -> None:
        waiting = queries.for_answer(suggestion_id)
        actions.set_aside(waiting, form.answer.data or "", by=me())

    if done(form, act):
        return go(url_for(".suggestions"))
    return form_page("offer/set_aside.html", form, provider=None, suggestion=shown, origin=origin())


def origin() -> tuple[str, str]:
    """Where the forms about a suggestion come from, and go back to."""
    return _("Suggested providers"), url_for(".suggestions")
