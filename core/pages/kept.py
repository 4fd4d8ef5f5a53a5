"""Fields of a long form that are made once a process and copied for each page. In the core room; no words here."""

from collections.abc import Mapping
from typing import Any

from wtforms import Field, Form
from wtforms import SelectField as PlainSelectField
from wtforms.fields.core import UnboundField

from core.pages.listed import Listed

# As they come from the class: bound to no form, holding nothing that anybody typed.
_made: dict[tuple[UnboundField, str], Field] = {}


class KeptFields:
    """The `Meta` of a form whose fields are long to make: forty of them, with their lists.

    What a page changes in a field it replaces: data, errors and choices, never label, validators or flags.
    The prefixes of such a form are few, as each has fields of its own here.
    """

    def bind_field(
        self, form: Form, unbound_field: UnboundField, options: Mapping[str, Any]
    ) -> Field:
        """A copy of the field, for this form; what is no field of the class (CSRF) is made anew."""
        is_of_class = getattr(type(form), options["name"], None) is unbound_field
        if not is_of_class:
            return unbound_field.bind(form=form, **options)
        key = unbound_field, options["prefix"]
        if key not in _made:
            _made[key] = _loose(unbound_field.bind(form=form, **options))
        copied = _copy(_made[key])
        copied._form, copied.meta = form, self
        return copied


def _loose(field: Field) -> Field:
    """Without the form that it was made for; its list is written once a language."""
    field._form = field.meta = None
    # By the way in which a page asks for it, while it holds nothing of anybody's: of core.pages.frames.
    field.written = {}
    if isinstance(field, PlainSelectField) and field.choices:
        field.choices = Listed.of(field.choices, field.coerce)
    return field


def _copy(field: Field) -> Field:
    copied: Field = object.__new__(type(field))
    vars(copied).update(vars(field))
    return copied
