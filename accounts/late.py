"""The last service of a session that ran out, in the accounts room: keeping what was typed. Shows nothing."""

from flask import g, request
from flask_wtf.csrf import CSRFError, CSRFProtect

from accounts import session_life
from accounts.marks import Mark
from accounts.permissions import permissions_of
from accounts.queries import Held, own_account
from accounts.visitor import begin_writing
from core import audit, clock
from core.db import SAFE_METHODS, transaction
from core.errors import Conflict, NotThere, RuleBroken

csrf = CSRFProtect()


def browser_session() -> str:
    """Tells this browser's session from others, for drafts; also while a late text is kept."""
    held: Held | None = g.get("ran_out")
    return str(held.id if held is not None else g.who.session_id)


def keep_late_text(marks: list[Mark]) -> bool:
    """Hand what was typed to the keeper of the form, when its session ran out in the meantime.

    Nobody loses a report because the telephone rang. It is safe, because: the session ran out by
    time (one signed out, revoked, disabled, or ended by new roles, gives nothing), no longer ago
    than session_life.LATE; the token of the same browser session must match; the account must
    still hold the permission; the keeper can only write into this account's own draft; and the
    answer is the same 401 without a word of the draft, which is read after signing in again."""
    held: Held | None = g.get("ran_out")
    found = next((mark for mark in marks if mark.keeper is not None), None)
    if held is None or found is None or found.keeper is None or request.method in SAFE_METHODS:
        return False
    if not session_life.may_hand_over_late(held, clock.machine_now()):
        return False
    if found.permission not in permissions_of(held.roles):
        return False
    try:
        csrf.protect()
        begin_writing()
        with transaction():
            audit.actor_is(held.person_id)
            found.keeper(own_account(held.account_id), request.form, **(request.view_args or {}))
    except (CSRFError, RuleBroken, Conflict, NotThere):
        return False
    finally:
        audit.actor_is(None)
    return True
