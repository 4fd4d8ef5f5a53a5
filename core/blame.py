"""The way of a form in the core room: done, or shown again with the broken rule. Judges nothing."""

from collections.abc import Callable, Iterator

from flask_wtf import FlaskForm
from wtforms import Field, FieldList, Form, FormField

from core.db import transaction
from core.errors import RuleBroken


def done(form: FlaskForm, act: Callable[[], object]) -> bool:
    """Whether the form was sent, is well formed, and `act` did it; a broken rule is shown in it."""
    if not form.validate_on_submit():
        return False
    try:
        with transaction():
            act()
    except RuleBroken as broken:
        blame(form, broken)
        return False
    return True


def blame(form: Form, broken: RuleBroken) -> None:
    """Write what the rule says at the field that it concerns; without one, in the summary alone."""
    message, name = str(broken), broken.field
    if name and name in form:
        name = form[name].name  # with the prefix of a form that shares its page with others
    found = next(_paths(form, name), None) if name else None
    if found is None:
        form.form_errors.append(message)
        return
    for field in found:
        if not isinstance(field, FormField):  # which shows the errors of its own fields
            field.errors = [*field.errors, message]


def _paths(form: Form, name: str | None) -> Iterator[list[Field]]:
    """The field with this name, behind the lists that it stands in."""
    for field in form:
        if field.name == name:
            yield [field]
        elif isinstance(field, FormField):
            yield from _paths(field.form, name)
        elif isinstance(field, FieldList):
            for entry in field.entries:
                if isinstance(entry, FormField):
                    yield from ([field, *path] for path in _paths(entry.form, name))
