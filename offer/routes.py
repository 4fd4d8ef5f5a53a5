"""Pages of the offer: who advises reads it, the administrator changes it. No rule stands here."""

from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_wtf import FlaskForm

from accounts.gate import needs
from accounts.permissions import Permission
from core.blame import done
from core.clock import today
from core.db import transaction
from core.pages.page import go, page
from offer import actions, queries
from offer.forms import ActivityForm, AgreementForm, EndForm, FilterForm, ProviderForm
from offer.models import Provider

bp = Blueprint("offer", __name__)


@bp.get("/offer")
@needs(Permission.OFFER_READ)
def activities() -> Response:
    """What there is to do, by name; words and category narrow it."""
    form = FilterForm(request.args)
    form.validate()
    words, category = form.words.data or "", form.category.data or ""
    found = queries.activity_page(words, category, today(), key=request.args.get("key"))
    provider_ids = {activity.provider_id for activity in found.items}
    return page(
        "offer/activities.html",
        filters=form,
        found=found,
        agreements=queries.agreements_on(provider_ids, today()),
        kept={name: value for name, value in (("words", words), ("category", category)) if value},
    )


@bp.get("/offer/providers")
@needs(Permission.OFFER_READ)
def providers() -> Response:
    """All providers, by name."""
    found = queries.provider_page(key=request.args.get("key"))
    agreements = queries.agreements_on({one.id for one in found.items}, today())
    return page("offer/providers.html", found=found, agreements=agreements)


@bp.get("/offer/providers/<int:provider_id>")
@needs(Permission.OFFER_READ)
def provider(provider_id: int) -> Response:
    """One provider with its activities and agreements."""
    shown = queries.provider(provider_id)
    return page(
        "offer/provider.html",
        provider=shown,
        activities=queries.activities_of(shown.id),
        agreements=queries.agreements_of(shown.id),
        now=queries.agreement_on(shown.id, today()),
        on=today(),
    )


@bp.route("/offer/providers/new", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def add_provider() -> Response:
    """A provider more."""
    form = ProviderForm()
    made: list[Provider] = []

    def act() -> None:
        made.append(actions.add_provider(**named(form)))

    if done(form, act):
        return go(url_for(".provider", provider_id=made[0].id))
    return form_page("offer/provider_form.html", form, provider=None)


@bp.route("/offer/providers/<int:provider_id>/edit", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def change_provider(provider_id: int) -> Response:
    """Another name, type or neighbourhood."""
    changed = queries.provider(provider_id)
    form = ProviderForm(obj=changed)
    if done(form, lambda: actions.change_provider(changed, **named(form))):
        return go(url_for(".provider", provider_id=provider_id))
    return form_page("offer/provider_form.html", form, provider=changed)


@bp.post("/offer/providers/<int:provider_id>/close")
@needs(Permission.OFFER_CHANGE)
def close_provider(provider_id: int) -> Response:
    """Nothing of it can be asked for any more; or again, when it was closed."""
    with transaction():
        shown = queries.provider(provider_id)
        (actions.open_provider if shown.closed_on else actions.close_provider)(shown)
    return go(url_for(".provider", provider_id=provider_id))


@bp.route("/offer/providers/<int:provider_id>/activities/new", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def add_activity(provider_id: int) -> Response:
    """Something more to do."""
    shown = queries.provider(provider_id)
    form = ActivityForm()
    if done(form, lambda: actions.add_activity(shown, **priced(form))):
        return go(url_for(".provider", provider_id=provider_id))
    return form_page("offer/activity_form.html", form, provider=shown, activity=None)


@bp.route("/offer/activities/<int:activity_id>/edit", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def change_activity(activity_id: int) -> Response:
    """Another name, category or price."""
    changed = queries.activity(activity_id)
    form = ActivityForm(obj=changed)
    if done(form, lambda: actions.change_activity(changed, **priced(form))):
        return go(url_for(".provider", provider_id=changed.provider_id))
    return form_page("offer/activity_form.html", form, provider=changed.provider, activity=changed)


@bp.post("/offer/activities/<int:activity_id>/close")
@needs(Permission.OFFER_CHANGE)
def close_activity(activity_id: int) -> Response:
    """It cannot be asked for any more; or again, when it was closed."""
    with transaction():
        shown = queries.activity(activity_id)
        (actions.open_activity if shown.closed_on else actions.close_activity)(shown)
    return go(url_for(".provider", provider_id=shown.provider_id))


@bp.route("/offer/providers/<int:provider_id>/agreements/new", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def add_agreement(provider_id: int) -> Response:
    """What client, provider and network pay."""
    shown = queries.provider(provider_id)
    form = AgreementForm()

    def act() -> None:
        shares = actions.Shares(
            form.client_percent.data, form.provider_percent.data, form.network_percent.data
        )
        actions.add_agreement(shown, shares, form.from_on.data or today(), form.until_on.data)

    if done(form, act):
        return go(url_for(".provider", provider_id=provider_id))
    return form_page("offer/agreement_form.html", form, provider=shown)


@bp.route(
    "/offer/providers/<int:provider_id>/agreements/<int:agreement_id>/end",
    methods=["GET", "POST"],
)
@needs(Permission.OFFER_CHANGE)
def end_agreement(provider_id: int, agreement_id: int) -> Response:
    """The last day of an agreement."""
    held = queries.agreement(provider_id, agreement_id)
    form = EndForm()
    if done(form, lambda: actions.end_agreement(held, on=form.until_on.data or today())):
        return go(url_for(".provider", provider_id=provider_id))
    return form_page("offer/end_agreement.html", form, agreement=held, provider=held.provider)


def named(form: ProviderForm) -> dict[str, str]:
    """A provider as typed."""
    names = ("name", "provider_type", "neighbourhood")
    return {name: getattr(form, name).data or "" for name in names}


def priced(form: ActivityForm) -> dict[str, Any]:
    """An activity as typed."""
    return {name: getattr(form, name).data for name in ("name", "category", "price_cents")}


def form_page(template: str, form: FlaskForm, **context: Any) -> Response:
    """The form, with what is wrong and what was typed."""
    return page(template, status=422 if form.errors else 200, form=form, **context)
