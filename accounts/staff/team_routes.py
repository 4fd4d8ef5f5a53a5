"""The teams, for the administrator, in the accounts room. No rules."""

from typing import Any

from flask import Response, flash, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from accounts import queries
from accounts.blueprint import bp
from accounts.gate import needs
from accounts.permissions import Permission
from accounts.staff import actions
from accounts.staff.forms import TeamForm
from core.blame import done
from core.pages.page import go, page


@bp.get("/teams")
@needs(Permission.TEAMS)
def teams() -> Response:
    """All teams, closed ones too, and the form for a new one."""
    return page("accounts/teams.html", teams=queries.teams(), form=TeamForm())


@bp.post("/teams")
@needs(Permission.TEAMS)
def add_team() -> Response:
    """A new team."""
    form = TeamForm()
    if not done(form, lambda: actions.new_team(form.name.data)):
        return page("accounts/teams.html", status=422, teams=queries.teams(), form=form)
    return _saved()


@bp.get("/teams/<int:team_id>")
@needs(Permission.TEAMS)
def one_team(team_id: int) -> Response:
    """One team: its name, its members, closing it."""
    return _team_page(team_id, TeamForm(name=queries.team(team_id).name))


@bp.post("/teams/<int:team_id>")
@needs(Permission.TEAMS)
def rename_team(team_id: int) -> Response:
    """Another name."""
    form = TeamForm()
    if not done(form, lambda: actions.rename_team(queries.team(team_id), form.name.data)):
        return _team_page(team_id, form, 422)
    return _saved()


@bp.post("/teams/<int:team_id>/close")
@needs(Permission.TEAMS)
def close_team(team_id: int) -> Response:
    """No new members any more."""
    form = FlaskForm()
    if not done(form, lambda: actions.close_team(queries.team(team_id))):
        named = TeamForm(formdata=None, name=queries.team(team_id).name)
        return _team_page(team_id, named, 422, errors=[(one, None) for one in form.form_errors])
    return _saved()


def _team_page(team_id: int, form: TeamForm, status: int = 200, **more: Any) -> Response:
    team = queries.team(team_id)
    members = queries.members_of_team(team)
    return page("accounts/team.html", status=status, team=team, members=members, form=form, **more)


def _saved() -> Response:
    flash(_("Saved."), "success")
    return go(url_for("accounts.teams"))
