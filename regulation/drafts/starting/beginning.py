"""Beginning a draft: from six answers, from a rule that ships or exists, or as the next version."""

from accounts.models import Account
from core import clock
from core.errors import Words
from core.pages.words import say as _
from regulation.drafts import actions, queries
from regulation.drafts.models import RuleDraft
from regulation.drafts.names import name_from
from regulation.drafts.starting.forms import CopyForm
from regulation.editing.six import Six, tables_of
from regulation.versions.queries import history

VERSION, SHIPPED = "version", "shipped"


def begin_six(six: Six, *, by: Account) -> RuleDraft:
    """The rule in force goes on under its own names: budgets and earlier grants hang on them."""
    rule_id = queries.rule_id_in_force() or name_from(six.title).replace("_", "-")
    scheme = queries.scheme_in_force() or name_from(six.title, otherwise="fonds")
    number = queries.next_number(rule_id)
    tables = tables_of(six, rule_id=rule_id, version=number, scheme=scheme, on=clock.today())
    return actions.start(tables, by=by)


def sources() -> list[tuple[str, Words]]:
    """The rules that one may begin from: the versions of the house, then those that ship."""
    versions: list[tuple[str, Words]] = [
        (
            f"{VERSION}:{one.id}",
            _("%(title)s, version %(number)s", title=one.title, number=one.version),
        )
        for one in history().items
    ]
    return versions + [(f"{SHIPPED}:{one.name}", one.title) for one in queries.shipped()]


def begin_copy(form: CopyForm, *, by: Account) -> RuleDraft:
    """Another rule, as one's own."""
    kind, _colon, name = str(form.source.data).partition(":")
    tables = queries.version_tables(int(name)) if kind == VERSION else queries.shipped_tables(name)
    return actions.start(actions.own_rule(tables, form.copy_title.data or ""), by=by)


def begin_next(version_id: int, *, by: Account) -> RuleDraft:
    """The same rule, as the version after the newest."""
    tables = actions.next_version(queries.version_tables(version_id))
    return actions.start(tables, by=by, based_on_id=version_id)
