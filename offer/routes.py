"""Pages of the offer: who advises reads it, the administrator changes it. No rule stands here."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts.gate import needs
from accounts.permissions import Permission
from core.blame import done
from core.clock import today
from core.db import transaction
from core.pages.page import go, page
from offer import actions, queries
from offer.blueprint import bp
from offer.forms import ActivityForm, AgreementForm, EndForm, ProviderForm
from offer.models import Provider
from offer.search.showing import SAYS


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
        **SAYS,
    )


@bp.route("/offer/providers/new", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def add_provider() -> Response:
    """A provider more."""
    form = ProviderForm()
    made: list[Provider] = []

    def act() -> None:
        made.append(actions.add_provider(*named(form)))

    if done(form, act):
        return go(url_for(".provider", provider_id=made[0].id))
    return form_page("offer/provider_form.html", form, provider=None)


@bp.route("/offer/providers/<int:provider_id>/edit", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def change_provider(provider_id: int) -> Response:
    """Another name, type or place."""
    changed = queries.provider(provider_id)
    form = ProviderForm(obj=changed)
    if done(form, lambda: actions.change_provider(changed, *named(form))):
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


@bp.post("/offer/providers/<int:provider_id>/check")
@needs(Permission.OFFER_CHANGE)
def check_provider(provider_id: int) -> Response:
    """Its open activities were gone over with the provider today."""
    with transaction():
        actions.check_activities(queries.provider(provider_id))
    flash(_("Checked today: all activities that can be asked for."), "success")
    return go(url_for(".provider", provider_id=provider_id))


@bp.route("/offer/providers/<int:provider_id>/activities/new", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def add_activity(provider_id: int) -> Response:
    """Something more to do."""
    shown = queries.provider(provider_id)
    form = ActivityForm()
    if done(form, lambda: actions.add_activity(shown, *priced(form))):
        return go(url_for(".provider", provider_id=provider_id))
    return form_page("offer/activity_form.html", form, provider=shown, activity=None)


@bp.route("/offer/activities/<int:activity_id>/edit", methods=["GET", "POST"])
@needs(Permission.OFFER_CHANGE)
def change_activity(activity_id: int) -> Response:
    """Another name, category, price or setting."""
    changed = queries.activity(activity_id)
    form = ActivityForm(obj=changed)
    if done(form, lambda: actions.change_activity(changed, *priced(form))):
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


def named(form: ProviderForm) -> tuple[str, str, actions.Place]:
    """A provider as typed."""
    place = actions.Place(
        neighbourhood=form.neighbourhood.data or "",
        address=form.address.data or "",
        contact=form.contact.data or "",
        names_asked=form.names_asked.data,
        facilities=" ".join(form.facility_codes.data or ()),
    )
    return form.name.data or "", form.provider_type.data or "", place


def priced(form: ActivityForm) -> tuple[str, str, int, actions.Setting]:
    """An activity as typed."""
    setting = actions.Setting(
        theme=form.theme.data or "",
        age_from=form.age_from.data,
        age_until=form.age_until.data,
        days="".join(form.days.data or ()),
        times=form.times.data or "",
        checked_on=form.checked_on.data,
    )
    return form.name.data or "", form.category.data or "", form.price_cents.data or 0, setting


def form_page(template: str, form: FlaskForm, **context: Any) -> Response:
    """The form, with what is wrong and what was typed."""
    return page(template, status=422 if form.errors else 200, form=form, **context)
