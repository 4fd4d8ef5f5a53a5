"""Choices that stay as they are: what they are written as is kept, by language. In the core room; no words here."""

import re
from collections.abc import Callable, Iterable
from itertools import count, groupby
from typing import Any, Final

from markupsafe import escape
from wtforms.fields import SelectChoice

from core.pages.words import language

_numbers = count()
# What cannot stand as it is in an attribute.
_SIGNS: Final = re.compile("[&<>'\"]")


class Listed(tuple[SelectChoice, ...]):
    """A list of choices that never changes; `coerce` is that of the fields that offer it.

    Its words are translated and escaped once a language, not at every page.
    """

    coerce: Callable[[Any], Any]
    # Tells it from every other that there is or was.
    number: int
    # By language.
    words: dict[str, list[str]]
    # By language, and by the place of what is chosen.
    options: dict[tuple[str, int | None], str]
    place: dict[Any, int]

    @classmethod
    def of(cls, choices: Iterable[SelectChoice], coerce: Callable[[Any], Any]) -> "Listed":
        """These choices; a value stands among them once."""
        made = cls(choices)
        made.coerce, made.words, made.options = coerce, {}, {}
        made.number = next(_numbers)
        made.place = {coerce(one.value): number for number, one in enumerate(made)}
        return made

    def shown(self) -> list[str]:
        """The words of each, escaped."""
        reads = language()
        if reads not in self.words:
            self.words[reads] = [str(escape(one.label or one.value)) for one in self]
        return self.words[reads]

    def written(self, chosen: Any) -> str:
        """The options of a list, with the chosen one; as many texts are kept as there are choices."""
        key = language(), self.place.get(chosen)
        if key not in self.options:
            self.options[key] = "".join(self._groups(key[1]))
        return self.options[key]

    def _groups(self, chosen: int | None) -> Iterable[str]:
        rows = enumerate(zip(self, self.shown(), strict=True))
        for heading, group in groupby(rows, key=lambda row: row[1][0].optgroup):
            options = "".join(
                option(one.value, words, selected=number == chosen)
                for number, (one, words) in group
            )
            yield grouped(heading, options)


def option(value: Any, words: str, *, selected: bool) -> str:
    """One option of a list; its words are escaped already."""
    return f'<option {"selected " if selected else ""}value="{quoted(value)}">{words}</option>'


def grouped(heading: Any, options: str) -> str:
    """Options under their heading, if they have one."""
    return (
        options if heading is None else f'<optgroup label="{quoted(heading)}">{options}</optgroup>'
    )


def quoted(value: Any) -> str:
    """As the value of an attribute. Markup has its quotes still."""
    if type(value) is str and not _SIGNS.search(value):
        return value
    return str(escape(value)).replace('"', "&quot;")
