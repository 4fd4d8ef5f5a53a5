"""Pages on which the words of refusals are edited. They read input, call and answer; no rule stands here."""

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core.blame import blame, done
from core.errors import NotThere, RuleBroken
from core.pages.page import go, page
from fund.reasons import REASONS
from fund.texts.actions import edit
from fund.texts.filling import PLACEHOLDERS, checked, filled
from fund.texts.forms import ShippedForm, TextForm
from fund.texts.queries import newest_versions, versions_of, words_now
from fund.texts.shipped import SITUATIONS, shipped_words

bp = Blueprint("texts", __name__)

# Somebody who does not exist, to see how a text reads.
EXAMPLE = {
    "voornaam": "Mira",
    "activiteit": "Lidgeld van de jeugdbeweging",
    "aanbieder": "Chiro Voorbeeld",
    "prijs": "€ 55,00",
    "bedrag": "€ 0,00",
    "plafond": "€ 100,00",
    "over": "€ 0,00",
    "artikel": "art. 4",
    "datum": "12 september 2026",
    "ingediend": "20 september 2026",
    "jaar": "2026",
}


@bp.get("/refusal-texts")
@needs(Permission.TEXTS)
def show_all() -> Response:
    """The words of each reason as they count now."""
    return page("texts/list.html", words=words_now(), edited=newest_versions(), reasons=REASONS)


@bp.get("/refusal-texts/<reason>")
@needs(Permission.TEXTS)
def show(reason: str) -> Response:
    """One of them, to edit, with its versions."""
    return _page(reason, TextForm(formdata=None))


@bp.post("/refusal-texts/<reason>")
@needs(Permission.TEXTS)
def save(reason: str) -> Response:
    """A new version; or, with the other button, only how it reads."""
    form = TextForm()
    if "preview" in request.form and form.validate_on_submit():
        try:
            checked(form.words.data)
        except RuleBroken as broken:
            blame(form, broken)
        return _page(reason, form, 422 if form.errors else 200)
    seen = form.seen_number.data or 0
    if not done(form, lambda: edit(reason, form.words.data, seen_number=seen, by=me())):
        return _page(reason, form, 422)
    flash(_("The text has been changed. Decisions that were taken keep their words."), "success")
    return go(url_for(".show_all"))


@bp.post("/refusal-texts/<reason>/shipped")
@needs(Permission.TEXTS)
def shipped(reason: str) -> Response:
    """Back to the words that were shipped."""
    form = ShippedForm()
    seen = form.seen_number.data or 0
    if not done(form, lambda: edit(reason, None, seen_number=seen, by=me())):
        return _page(reason, TextForm(formdata=None), 422)
    flash(_("The shipped text counts again."), "success")
    return go(url_for(".show", reason=reason))


def _page(reason: str, form: TextForm, status: int = 200) -> Response:
    if reason not in SITUATIONS:
        raise NotThere
    versions = versions_of(reason)
    if not form.is_submitted():
        form.words.data = words_now()[reason]
    return page(
        "texts/text.html",
        status=status,
        code=reason,
        reason=REASONS[reason].words,
        form=form,
        versions=versions,
        number=versions[0].number if versions else 0,
        shipped=shipped_words(reason),
        preview="" if form.errors else filled(form.words.data or "", EXAMPLE),
        placeholders=PLACEHOLDERS,
    )
