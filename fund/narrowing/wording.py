"""The words of what the worklist is narrowed to: each with the list without it. It decides nothing."""

from flask_babel import gettext as _

from accounts.queries import teams
from fund.narrowing.filters import BY_TERM, Narrowed
from fund.narrowing.forms import FLAGS, SORTS
from intake.requests.forms import KINDS
from terms.lists import CATEGORIES, label_of


def words_on(filters: Narrowed) -> list[tuple[str, Narrowed]]:
    """What is on, as words and the list without it."""
    if filters.is_plain:
        return []
    said = (
        ("flag", str(FLAGS.get(filters.flag, "")), ""),
        ("category", label_of(CATEGORIES, filters.category) if filters.category else "", ""),
        ("kind", str(dict(KINDS).get(filters.kind, "")), ""),
        ("team", _team(filters.team) if filters.team else "", None),
        ("sort", str(SORTS[filters.sort]) if filters.sort != BY_TERM else "", BY_TERM),
    )
    return [(words, filters.but(**{name: usual})) for name, words, usual in said if words]


def _team(team_id: int) -> str:
    name = next((team.name for team in teams() if team.id == team_id), None)
    return str(_("team %(name)s", name=name) if name else _("another team"))
