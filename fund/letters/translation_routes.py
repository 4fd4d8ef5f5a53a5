"""Pages of translated sentences: of a language, one set to change or approve. They read input, call and answer."""

from typing import Any

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.gate import me, needs
from accounts.permissions import Permission
from core import clock
from core.blame import blame, done
from core.errors import Conflict, NotThere, RuleBroken
from core.letters.letters import pdf_of_content
from core.pages.page import go, page
from fund.letters import translation_actions, wording
from fund.letters.blueprint import bp
from fund.letters.example import example_of, kind_shown
from fund.letters.forms import ApproveForm, TextForm, text_form
from fund.letters.kinds import TEMPLATE
from fund.letters.texts import texts_now, words_of
from fund.letters.translated_slots import CODES, KNOWN, be_known, slots_of
from fund.letters.translations import (
    all_words,
    approved_counts,
    dutch_of,
    held,
    held_now,
    versions_of,
)
from terms.lists import ANNEXES


@bp.get("/letters/translations")
@needs(Permission.LETTER_TEXTS)
def translations() -> Response:
    """Each set of sentences in one language, and whether somebody approved it."""
    language = request.args.get("language", ANNEXES[0])
    if language not in ANNEXES:
        raise NotThere
    texts = texts_now()
    known = held_now(texts)
    return page(
        "letters/translations.html",
        language=language,
        counts=approved_counts(texts, known, ANNEXES),
        sets=[held(language, code, texts, known) for code in CODES],
        say=wording,
    )


@bp.get("/letters/translations/<language>/<code>")
@needs(Permission.LETTER_TEXTS)
def translation(language: str, code: str) -> Response:
    """One set in one language beside the Dutch, with how an annex looks."""
    be_known(language, code)
    return _page(language, code)


@bp.post("/letters/translations/<language>/<code>")
@needs(Permission.LETTER_TEXTS)
def save_translation(language: str, code: str) -> Response:
    """Look at what is typed, or save it: then it must be approved again."""
    be_known(language, code)
    form = text_form(slots_of(code), {}, 0)
    if request.form.get("act") == "look":
        return _page(language, code, form, status=_looked(code, form))

    def act() -> None:
        words = form.words(slots_of(code))
        translation_actions.save(language, code, words, seen=form.seen.data or 0, by=me())

    try:
        if not done(form, act):
            return _page(language, code, form, status=422)
    except Conflict as conflict:
        return _page(language, code, form, status=409, words=str(conflict))
    flash(_("Saved. It goes along with letters once somebody has approved it."), "success")
    return go(url_for("letters.translation", language=language, code=code))


@bp.post("/letters/translations/<language>/<code>/approve")
@needs(Permission.LETTER_TEXTS)
def approve_translation(language: str, code: str) -> Response:
    """Somebody who knows the language says that it is good."""
    be_known(language, code)
    form = ApproveForm()

    def act() -> None:
        seen, dutch = form.version.data or 0, form.dutch.data or ""
        translation_actions.approve(language, code, seen=seen, dutch=dutch, by=me())

    try:
        if not done(form, act):
            return _page(language, code, status=422)
    except Conflict as conflict:
        return _page(language, code, status=409, words=str(conflict))
    flash(_("Approved."), "success")
    return go(url_for("letters.translations", language=language))


@bp.get("/letters/translations/<language>/<code>/example.pdf")
@needs(Permission.LETTER_TEXTS)
def translation_pdf(language: str, code: str) -> Response:
    """A letter about nobody with its annex, as the translation stands now."""
    be_known(language, code)
    content = _example(language, code, {})
    answer = Response(pdf_of_content(content, TEMPLATE, clock.now()), mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "inline", filename=f"{code}-{language}.pdf")
    return answer


def _example(language: str, code: str, typed: dict[str, str]) -> Any:
    texts = texts_now()
    kind = kind_shown(code)
    words = {**all_words(language, kind, texts), **typed}
    return example_of(kind, words_of(kind, texts), texts, translated=(language, words))


def _looked(code: str, form: TextForm) -> int:
    if not form.validate_on_submit():
        return 422
    try:
        translation_actions.check_words(code, form.words(slots_of(code)))
    except RuleBroken as broken:
        blame(form, broken)
        return 422
    return 200


def _page(
    language: str,
    code: str,
    form: TextForm | None = None,
    *,
    status: int = 200,
    words: str = "",
) -> Response:
    texts = texts_now()
    now, slots = held(language, code, texts), slots_of(code)
    shown = form.words(slots) if form is not None and status == 200 else dict(now.words)
    context: dict[str, Any] = {
        "now": now,
        "slots": slots,
        "dutch": dutch_of(code, texts),
        "form": form or text_form(slots, now.words, now.version),
        "approving": ApproveForm(None, version=now.version, dutch=now.dutch_hash),
        "preview": _example(language, code, shown),
        "versions": versions_of(language, code),
        "placeholders": KNOWN.items(),
        "words": words,
        "say": wording,
    }
    return page("letters/translation.html", status=status, **context)
