"""One field of a form as it stands on a page: label, hint, error and control, tied together. In the core room.

The components `field.html` and `choice.html` offer these to every page: a form has up to forty of them,
and a macro of macros takes ten times as long.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from flask_babel import gettext as _
from markupsafe import Markup, escape
from wtforms import Field, SelectMultipleField
from wtforms.fields.choices import SelectFieldBase

from core.pages.controls import Chooser, Hidden, Line, Lines, Offered, offered
from core.pages.listed import Listed
from core.pages.words import language

NONE: Final[Mapping[str, Any]] = {}
OURS: Final = (Line, Lines, Chooser, Hidden)
# In how many ways pages ask for one field: two languages, with or without a hint, the focus in it.
MOST_WAYS: Final = 64


def described(field: Field, hint: Any) -> str:
    """The ids of what is said about it."""
    said = (f"{field.id}-hint" if hint else "", f"{field.id}-error" if field.errors else "")
    return " ".join(filter(None, said))


def error_of(field: Field) -> Markup:
    """What is wrong with it, if anything is."""
    if not field.errors:
        return Markup()
    return _markup(f'<p class="error" id="{field.id}-error">{escape(field.errors[0])}</p>')


def frame(
    field: Field, hint: Any, optional: Any, attrs: Mapping[str, Any], prefix: str | None = None
) -> Markup:
    """The whole field. aria-required in place of required: what is missing is said by us, in the
    summary, not by the browser."""

    def write() -> Markup:
        control = _control(field, hint, attrs)
        if prefix:
            sign = f'<span aria-hidden="true">{escape(prefix)}</span>'
            control = f'<div class="prefixed">{sign}{control}</div>'
        return _markup(
            f'  <div class="field{_wrong(field)}">\n    {_head(field, hint, optional)}\n'
            f"    {error_of(field)}\n      {control}\n  </div>\n"
        )

    return _once(field, (hint, optional, prefix, *attrs.items()), write)


def text(
    field: Field,
    hint: Any = None,
    optional: Any = False,
    width: str = "full",
    autocomplete: str | None = None,
    inputmode: str | None = None,
    attrs: Mapping[str, Any] = NONE,
) -> Markup:
    """One line."""
    own = {"class": f"w-{width}", "autocomplete": autocomplete or "off", "inputmode": inputmode}
    return _line(frame(field, hint, optional, {**own, **attrs}))


def money(
    field: Field, hint: Any = None, optional: Any = False, attrs: Mapping[str, Any] = NONE
) -> Markup:
    """An amount."""
    own = {"inputmode": "decimal", "autocomplete": "off"}
    return _line(frame(field, hint, optional, {**own, **attrs}, "€"))


def date(
    field: Field, hint: Any = None, optional: Any = False, attrs: Mapping[str, Any] = NONE
) -> Markup:
    """A day, as text."""
    own = {"class": "w-m", "autocomplete": "off"}
    return _line(frame(field, hint or _("dd/mm/yyyy"), optional, {**own, **attrs}))


def select(
    field: Field,
    hint: Any = None,
    optional: Any = False,
    width: str = "full",
    attrs: Mapping[str, Any] = NONE,
) -> Markup:
    """One of a list."""
    return _line(frame(field, hint, optional, {"class": f"w-{width}", **attrs}))


def textarea(
    field: Field,
    hint: Any = None,
    optional: Any = False,
    rows: int = 4,
    attrs: Mapping[str, Any] = NONE,
) -> Markup:
    """Several lines."""
    return _line(frame(field, hint, optional, {"rows": rows, **attrs}))


def chips(
    field: SelectFieldBase,
    hint: Any = None,
    optional: Any = False,
    attrs: Mapping[str, Any] = NONE,
) -> Markup:
    """One or more of a few, beside each other."""
    said = ("chips", hint, optional, *attrs.items())
    return _once(field, said, lambda: _group(field, hint, optional, attrs, _chips))


def checks(
    field: SelectFieldBase,
    hint: Any = None,
    optional: Any = False,
    attrs: Mapping[str, Any] = NONE,
) -> Markup:
    """The same under each other."""
    said = ("checks", hint, optional, *attrs.items())
    return _once(field, said, lambda: _group(field, hint, optional, attrs, _checks))


def _once(field: Field, said: tuple[Any, ...], write: Callable[[], Markup]) -> Markup:
    """Of a form whose fields are kept: what holds nothing of anybody's is written once for each way in
    which a page asks for it. Hints and attributes of such forms are words of our own."""
    ways = getattr(field, "written", None)
    holds = _known_of(field) if ways is not None else None
    if ways is None or holds is None:
        return write()
    way = (language(), holds, *said)
    if way in ways:
        return cast(Markup, ways[way])
    written = write()
    if len(ways) < MOST_WAYS:
        ways[way] = written
    return written


def _known_of(field: Field) -> tuple[Any, ...] | None:
    """What it holds, when that is nothing or one of a list that never changes; None for all else."""
    if field.errors:
        return None
    choices = getattr(field, "choices", None)
    if isinstance(choices, Listed):
        several = isinstance(field, SelectMultipleField)
        if several:
            return None if field.data else (choices.number,)
        return choices.number, choices.place.get(field.data)
    is_text = type(field.widget) in (Line, Lines)
    return () if is_text and not field._value() else None


def _head(field: Field, hint: Any, optional: Any) -> str:
    own = _optional(optional)
    if hint:
        own += f'<span class="hint" id="{field.id}-hint">{escape(hint)}</span>'
    words = escape(field.label.text)
    return f'  <div>\n    <label for="{field.id}">{words}</label>\n{own}  </div>\n'


def _control(field: Field, hint: Any, attrs: Mapping[str, Any]) -> str:
    tied = {
        "aria-describedby": described(field, hint) or None,
        "aria-invalid": "true" if field.errors else None,
        "aria-required": "true" if field.flags.required else None,
    }
    said = {
        name: value
        for given in (tied, attrs)
        for name, value in given.items()
        if value is not None and value is not False
    }
    write = field.widget if type(field.widget) in OURS and not field.render_kw else None
    if write is None:
        return str(field(required=False, **said))
    return str(write(field, required=False, **said))


def _group(
    field: SelectFieldBase,
    hint: Any,
    optional: Any,
    attrs: Mapping[str, Any],
    write: Callable[[SelectFieldBase, str], str],
) -> Markup:
    tied = f' aria-describedby="{field.id}-error"' if field.errors else ""
    own = _optional(optional)
    if hint:
        own += f'<span class="hint">{escape(hint)}</span>'
    more = "".join(
        f' {name}="{escape(value)}"' for name, value in attrs.items() if value is not None
    )
    return _markup(
        f'  <fieldset class="field{_wrong(field)}" id="{field.id}"{tied} hx-disable>\n'
        f"    <legend>\n      {escape(field.label.text)}\n{own}    </legend>\n"
        f"    {error_of(field)}\n    {write(field, more)}\n  </fieldset>\n"
    )


def _chips(field: SelectFieldBase, more: str) -> str:
    rows = "".join(
        f'        <span class="chips__one">{_one(field, one, more)}'
        f'<label class="chip" for="{one.id}">{one.words}</label></span>\n'
        for one in offered(field)
    )
    return f'    <div class="chips">\n{rows}    </div>\n'


def _checks(field: SelectFieldBase, more: str) -> str:
    rows = "".join(
        f'        <div class="tick">{_one(field, one, more)}'
        f'<label for="{one.id}">{one.words}</label></div>\n'
        for one in offered(field)
    )
    return f'    <div class="checks">\n{rows}    </div>\n'


def _one(field: SelectFieldBase, one: Offered, more: str) -> str:
    kind = getattr(field.option_widget, "input_type", "checkbox")
    checked = " checked" if one.checked else ""
    return (
        f'<input type="{kind}" id="{one.id}" name="{field.name}" '
        f'value="{escape(one.data)}"{checked}{more}>'
    )


def _optional(optional: Any) -> str:
    return f'<span class="hint">{escape(_("(optional)"))}</span>' if optional else ""


def _wrong(field: Field) -> str:
    return " field--wrong" if field.errors else ""


def _line(written: Markup) -> Markup:
    return _markup(f"  {written}\n")


def _markup(text: str) -> Markup:
    """All that was put in has been escaped; ids and names of fields are written by us."""
    return Markup(text)  # noqa: S704
