"""What a field of a form is written as, in the core room: as wtforms writes it, at a tenth of its cost.

A long form has some forty of them; what they hold was a fifth of its page.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from markupsafe import Markup, escape
from wtforms import Field, SelectMultipleField
from wtforms.fields.choices import Choice, SelectFieldBase

from core.pages.listed import Listed, grouped, quoted

# What validators may say of a field, where its element can say it too.
UNSEEN: Final = ("disabled",)
CHOICE: Final = (*UNSEEN, "required")
LONG: Final = (*CHOICE, "readonly", "maxlength", "minlength")
SHORT: Final = (*LONG, "pattern")


class Line:
    """One line of text."""

    def __call__(self, field: Field, **given: Any) -> Markup:
        """The input with what was typed, or what it begins with."""
        own = {"type": "text", "value": field._value(), **given}
        return _markup(f"<input {_written(field, SHORT, own)}>")


class Hidden:
    """A value that nobody sees."""

    def __call__(self, field: Field, **given: Any) -> Markup:
        """The input with what it holds."""
        own = {"type": "hidden", "value": field._value(), **given}
        return _markup(f"<input {_written(field, UNSEEN, own)}>")


class Lines:
    """Several lines of text."""

    def __call__(self, field: Field, **given: Any) -> Markup:
        """A browser drops the first line break: the text may begin with one itself."""
        own = _written(field, LONG, given)
        return _markup(f"<textarea {own}>\r\n{escape(field._value())}</textarea>")


class Chooser:
    """One to choose from a list, in groups or not."""

    def __call__(self, field: SelectFieldBase, **given: Any) -> Markup:
        """All its options."""
        return _markup(f"<select {_written(field, CHOICE, given)}>{_options(field)}</select>")


class Offered(NamedTuple):
    """One of few that all stand on the page; its words are escaped."""

    id: str
    data: Any
    checked: bool
    words: str


def offered(field: SelectFieldBase) -> Iterator[Offered]:
    """What can be chosen, without a field of its own for each, as wtforms makes."""
    listed = field.choices
    if isinstance(listed, Listed):
        chosen = field.data or () if isinstance(field, SelectMultipleField) else (field.data,)
        places = {listed.place.get(one) for one in chosen}
        for number, (one, words) in enumerate(zip(listed, listed.shown(), strict=True)):
            yield Offered(f"{field.id}-{number}", one.value, number in places, words)
        return
    for number, choice in enumerate(field.iter_choices()):
        words = str(escape(choice.label or choice.value))
        yield Offered(f"{field.id}-{number}", choice.value, choice.selected, words)


def attributes(given: Mapping[str, Any]) -> str:
    """By name; True is a name alone, False and None nothing."""
    return " ".join(
        name if value is True else f'{name}="{quoted(value)}"'
        for name, value in sorted(given.items())
        if value is not None and value is not False
    )


def _written(field: Field, flags: Iterable[str], given: Mapping[str, Any]) -> str:
    """With the name of the field, and what its validators say of it."""
    said = {name: getattr(field.flags, name) for name in flags}
    return attributes({"id": field.id, **said, **given, "name": field.name})


def _options(field: SelectFieldBase) -> str:
    if isinstance(field.choices, Listed):
        return field.choices.written(field.data)
    groups = field.iter_groups() if field.has_groups() else ((None, field.iter_choices()),)
    return "".join(grouped(words, "".join(map(_option, choices))) for words, choices in groups)


def _option(choice: Choice) -> str:
    own = {"value": choice.value, "selected": bool(choice.selected), **(choice.render_kw or {})}
    return f"<option {attributes(own)}>{escape(choice.label or choice.value)}</option>"


def _markup(text: str) -> Markup:
    """All that was put in has been escaped."""
    return Markup(text)  # noqa: S704
