"""The catalogue of the core room: Dutch from the po files, English as written in the code. Holds no sentence."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, g, has_app_context, has_request_context, session
from flask_babel import Babel, Domain, get_locale, gettext
from markupsafe import Markup

from core.config import ROOT

LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"
TRANSLATIONS = ROOT / "translations"


def say(sentence: str, /, **values: object) -> str:
    """A sentence in the language of the one who reads, as a plain text. Imported as `_`."""
    return str(gettext(sentence, **values))


class Catalogue(Domain):
    """The words of every room in one place, read at start: there are no compiled files to forget."""

    def __init__(self, dutch: NullTranslations) -> None:
        super().__init__()
        self.dutch = dutch
        self.english = NullTranslations()
        # Whole sentences as templates show them, per language: as many as templates hold.
        self.shown: dict[NullTranslations, dict[str, Markup]] = {self.dutch: {}, self.english: {}}

    def get_translations(self) -> NullTranslations:
        """The words in the language of the one who reads: as flask-babel has noted it, else as it finds
        it. A page asks some hundred times, so what stands behind `g` is looked at itself."""
        held = g._get_current_object() if has_app_context() else None
        noted = getattr(held, "_flask_babel", None)
        locale = getattr(noted, "babel_locale", None) or get_locale()
        return self.dutch if locale is not None and locale.language == "nl" else self.english

    def in_template(self, sentence: str, /, **values: Any) -> Markup:
        """A sentence in a template: what Jinja's own does, at a tenth of its cost for a plain one."""
        words = self.get_translations()
        if values:
            return _marked(words.ugettext(sentence)) % values
        shown = self.shown[words]
        if sentence not in shown:
            shown[sentence] = _marked(words.ugettext(sentence)) % {}
        return shown[sentence]

    def in_template_counted(self, one: str, more: str, num: int, /, **values: Any) -> Markup:
        """The same with a number."""
        words = self.get_translations()
        return _marked(words.ungettext(one, more, num)) % {"num": num, **values}


def _marked(words: str) -> Markup:
    """The catalogue is our own text; what is put into it is escaped."""
    return Markup(words)  # noqa: S704


def init_words(app: Flask, preferred: Callable[[], str | None] | None = None) -> None:
    """Read the catalogue; `preferred` tells the language that the account has chosen, if any."""

    def choose() -> str:
        chosen = preferred() if preferred is not None else None
        if chosen is None and has_request_context():
            chosen = session.get("language")
        return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE

    babel = Babel()
    babel.init_app(app, default_locale=DEFAULT_LANGUAGE, locale_selector=choose)
    catalogue = Catalogue(translations_of(merged(TRANSLATIONS / "nl")))
    babel.domain_instance = catalogue
    # Every template is a page, so every sentence is escaped alike and need not ask its context.
    app.jinja_env.globals.update(
        _=catalogue.in_template,
        gettext=catalogue.in_template,
        ngettext=catalogue.in_template_counted,
    )


def merged(folder: Path) -> Catalog:
    """The po files of all rooms in one; ValueError when two give one sentence different words."""
    whole = Catalog(locale="nl")
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            part = read_po(file, locale="nl", abort_invalid=True)
        for message in part:
            if not message.id or message.fuzzy or not message.string:
                continue
            known = whole.get(message.id, message.context)
            if known is not None and known.string != message.string:
                raise ValueError(f"{path.name} gives other words to: {message.id!r}")
            whole.add(message.id, message.string, context=message.context)
    return whole


def translations_of(catalog: Catalog) -> Translations:
    """A catalogue as gettext reads it, compiled in memory."""
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled)
