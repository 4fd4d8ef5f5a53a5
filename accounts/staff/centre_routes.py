"""The centre's settings and its access log, in the accounts room. No rules."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts import queries
from accounts.blueprint import bp
from accounts.gate import me, needs
from accounts.permissions import Permission
from accounts.settings import shown_here
from accounts.staff.log_reasons import REASONS
from accounts.staff.log_words import ACTIONS, KINDS, LISTS
from accounts.staff.settings_form import changed, field_name, settings_form
from core import settings
from core.db import transaction
from core.pages.page import go, page


@bp.get("/settings")
@needs(Permission.SETTINGS)
def centre() -> Response:
    """The settings of the whole centre."""
    return page(
        "accounts/settings.html", form=settings_form(), groups=shown_here(), name_of=field_name
    )


@bp.post("/settings")
@needs(Permission.SETTINGS)
def change_centre() -> Response:
    """Store what differs from before."""
    form = settings_form()
    if not form.validate():
        return page(
            "accounts/settings.html",
            status=422,
            form=form,
            groups=shown_here(),
            name_of=field_name,
        )
    with transaction():
        for key, value in changed(form):
            settings.put(key, value, by=me().person_id)
    flash(_("Saved."), "success")
    return go(url_for("accounts.centre"))


@bp.get("/access-log")
@needs(Permission.ACCESS_LOG)
def access_log() -> Response:
    """Who did or saw what, the newest first; of one object when its number is given."""
    kind = request.args.get("kind", "")[:40]
    number = request.args.get("number", "").strip()[:64]
    rows = queries.access_log(kind=kind, object_id=number, key=request.args.get("key"))
    names = queries.names_of({row.actor_id for row in rows.items if row.actor_id is not None})
    return page(
        "accounts/access_log.html",
        rows=rows,
        names=names,
        kinds=KINDS,
        actions=ACTIONS,
        lists=LISTS,
        reasons=REASONS,
        kind=kind,
        number=number,
    )
