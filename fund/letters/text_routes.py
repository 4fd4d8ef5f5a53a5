"""Pages of the sentences of letters: all sets, one to change with its preview. They read input, call and answer."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import clock
from core.blame import blame, done
from core.errors import Conflict, RuleBroken
from core.letters.letters import pdf_of_content
from core.pages.page import go, page
from fund.letters import text_actions, wording
from fund.letters.blueprint import bp
from fund.letters.example import example_of
from fund.letters.filling import PLACEHOLDERS
from fund.letters.forms import TextForm, text_form
from fund.letters.kinds import TEMPLATE
from fund.letters.slots import SETS
from fund.letters.texts import set_named, texts_now, versions_of, words_of


@bp.get("/letters/texts")
@needs(Permission.LETTER_TEXTS)
def texts() -> Response:
    """The sets of sentences, and which of them were changed."""
    return page("letters/texts.html", sets=SETS.values(), own=texts_now().own, say=wording)


@bp.get("/letters/texts/<code>")
@needs(Permission.LETTER_TEXTS)
def text(code: str) -> Response:
    """The sentences of one set, to change, with how a letter looks with them."""
    return _text_page(code)


@bp.post("/letters/texts/<code>")
@needs(Permission.LETTER_TEXTS)
def save_text(code: str) -> Response:
    """Look at what is typed, or save it."""
    of = set_named(code)
    form = text_form(of.slots, {}, 0)
    if request.form.get("act") == "look":
        return _text_page(code, form, status=_looked(code, form))

    def act() -> None:
        text_actions.save(of, form.words(of.slots), seen=form.seen.data or 0, by=me())

    try:
        if not done(form, act):
            return _text_page(code, form, status=422)
    except Conflict as conflict:
        return _text_page(code, form, status=409, words=str(conflict))
    flash(_("Saved. Letters that are made from now on say this."), "success")
    return go(url_for("letters.text", code=code))


@bp.post("/letters/texts/<code>/shipped")
@needs(Permission.LETTER_TEXTS)
def ship_text(code: str) -> Response:
    """Back to the sentences as they are shipped."""
    of = set_named(code)
    form = text_form(of.slots, {}, 0)

    def act() -> None:
        text_actions.ship_again(of, seen=form.seen.data or 0, by=me())

    try:
        if not done(form, act):
            return _text_page(code, form, status=422)
    except Conflict as conflict:
        return _text_page(code, status=409, words=str(conflict))
    flash(_("The sentences are as they were shipped."), "success")
    return go(url_for("letters.text", code=code))


@bp.get("/letters/texts/<code>/example.pdf")
@needs(Permission.LETTER_TEXTS)
def text_pdf(code: str) -> Response:
    """A letter about nobody, with the sentences that hold now."""
    of, now = set_named(code), texts_now()
    content = example_of(of.code, words_of(of.code, now), now)
    answer = Response(pdf_of_content(content, TEMPLATE, clock.now()), mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "inline", filename=f"{code}.pdf")
    return answer


def _looked(code: str, form: TextForm) -> int:
    """What is wrong with what was typed is said beside the preview too."""
    of = set_named(code)
    if not form.validate_on_submit():
        return 422
    try:
        text_actions.check_words(of, form.words(of.slots))
    except RuleBroken as broken:
        blame(form, broken)
        return 422
    return 200


def _text_page(
    code: str, form: TextForm | None = None, *, status: int = 200, words: str = ""
) -> Response:
    of, now = set_named(code), texts_now()
    held = words_of(code, now)
    typed = form.words(of.slots) if form is not None else held
    shown = typed if status == 200 else held
    context: dict[str, Any] = {
        "of": of,
        "form": form or text_form(of.slots, held, text_actions.newest_number(of)),
        "preview": example_of(code, shown, now),
        "is_own": bool(now.own.get(code)),
        "versions": versions_of(code),
        "placeholders": PLACEHOLDERS.items(),
        "words": words,
        "say": wording,
    }
    return page("letters/text.html", status=status, **context)
