"""The verb of the setup: write the answers through the rooms' own actions. It commits nothing and hashes nothing."""

from collections.abc import Iterable, Mapping

from flask_babel import gettext as _

from accounts.models import Account, Team
from accounts.permissions import Permission, Role
from accounts.queries import may
from accounts.staff import actions as staff
from books.actions import add_source, open_year
from core import audit, clock, settings
from core.errors import NotThere, RuleBroken
from core.letters.letters import NEUTRAL_LINES, NEUTRAL_NAME, SENDER_LINES, SENDER_NAME
from fund.queries import CLIENT_AID
from fund.setup.choices import BASIS, BODY, belongs
from fund.setup.forms import Named, QuestionsForm
from regulation.drafts import actions as drafts
from regulation.drafts.queries import shipped_tables


def answer(form: QuestionsForm, hashes: Mapping[str, str], *, by: Account) -> list[Account]:
    """Store what was answered; what was left open stays as it is. The accounts that were made.

    `hashes` are of the one-time passphrases, by user name. RuleBroken where basis and body do not
    belong together, and on all that the rooms refuse.
    """
    if not may(by, Permission.SETUP):
        raise NotThere
    if not belongs(form.basis.data, form.body.data):
        raise RuleBroken(_("This body cannot decide on that basis. Choose another one."), "body")
    _settings(form, by.person_id)
    if form.rule.data:
        title = form.fund.data or form.centre.data or ""
        drafts.start(drafts.own_rule(shipped_tables(form.rule.data), title), by=by)
    if form.amount.data:
        source = add_source(form.source.data or "")
        open_year(clock.today().year, CLIENT_AID, [(source, form.amount.data)])
    audit.record("setup.answered", kind="setting", object_id="setup")
    return _staff(form, hashes)


def _settings(form: QuestionsForm, by: int) -> None:
    settings.put(SENDER_NAME, form.centre.data or "", by=by)
    settings.put(BASIS, form.basis.data, by=by)
    settings.put(BODY, form.body.data, by=by)
    if form.neutral_name.data:
        settings.put(NEUTRAL_NAME, form.neutral_name.data, by=by)
    for key, field in ((SENDER_LINES, form.sender_lines), (NEUTRAL_LINES, form.neutral_lines)):
        if lines := [line.strip() for line in (field.data or "").splitlines() if line.strip()]:
            settings.put(key, lines, by=by)


def _staff(form: QuestionsForm, hashes: Mapping[str, str]) -> list[Account]:
    team = staff.new_team(form.team.data) if form.team.data else None
    groups: tuple[tuple[Iterable[Named], Role, Team | None], ...] = (
        (form.workers.people, Role.SOCIAL_WORKER, team),
        (form.approvers.people, Role.APPROVER, None),
        (form.heads.people, Role.HEAD, None),
        (form.finance.people, Role.FINANCE, None),
    )
    return [
        _account(one, hashes[one.username], role, of)
        for people, role, of in groups
        for one in people
    ]


def _account(one: Named, passphrase_hash: str, role: Role, team: Team | None) -> Account:
    try:
        return staff.new_account(
            staff.new_person(one.name, team=team),
            one.username,
            passphrase_hash=passphrase_hash,
            roles={role},
        )
    except RuleBroken as broken:
        raise RuleBroken(f"{one.username}: {broken}") from broken
