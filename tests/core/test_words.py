"""The catalogue: Dutch from all rooms in one, English as in the code, contradictions refused."""

from pathlib import Path

import pytest
from flask import Flask
from flask_babel import force_locale, gettext, lazy_gettext, ngettext

from core.pages.words import merged, translations_of

HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def po(folder: Path, name: str, *pairs: tuple[str, str]) -> None:
    text = HEAD + "\n".join(f'msgid "{a}"\nmsgstr "{b}"\n' for a, b in pairs)
    (folder / name).write_text(text, encoding="utf-8")


def test_the_rooms_words_come_together(tmp_path: Path) -> None:
    po(tmp_path, "a.po", ("Save", "Bewaren"), ("Both", "Beide"))
    po(tmp_path, "b.po", ("Stop", "Stoppen"), ("Both", "Beide"))
    words = translations_of(merged(tmp_path))
    assert [words.gettext(one) for one in ("Save", "Stop", "Both", "Other")] == [
        "Bewaren", "Stoppen", "Beide", "Other",
    ]  # fmt: skip


def test_two_rooms_cannot_say_the_same_in_two_ways(tmp_path: Path) -> None:
    po(tmp_path, "a.po", ("Save", "Bewaren"))
    po(tmp_path, "b.po", ("Save", "Opslaan"))
    with pytest.raises(ValueError, match=r"b\.po gives other words to"):
        merged(tmp_path)


def test_plurals_are_counted(tmp_path: Path) -> None:
    text = HEAD + 'msgid "%(num)s day"\nmsgid_plural "%(num)s days"\n'
    text += 'msgstr[0] "%(num)s dag"\nmsgstr[1] "%(num)s dagen"\n'
    (tmp_path / "a.po").write_text(text, encoding="utf-8")
    words = translations_of(merged(tmp_path))
    assert words.ngettext("%(num)s day", "%(num)s days", 1) == "%(num)s dag"
    assert words.ngettext("%(num)s day", "%(num)s days", 2) == "%(num)s dagen"


def test_screens_speak_dutch_and_english_when_asked(inside: Flask) -> None:
    later = lazy_gettext("This date lies in the future.")
    assert (
        str(later) == gettext("This date lies in the future.") == "Deze datum ligt in de toekomst."
    )
    with force_locale("en"):
        assert str(later) == "This date lies in the future."
        assert ngettext("%(num)s day", "%(num)s days", 2) == "2 days"
