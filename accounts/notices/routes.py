"""Pages of notices: one's own list, opening one, and how one wants mail. They read input, call and answer."""

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from accounts.blueprint import bp
from accounts.gate import me, needs
from accounts.notices import actions, kinds, queries
from accounts.permissions import Permission
from core.db import transaction
from core.ids import row_id
from core.pages.page import go, page

UNREAD = "unread"


@bp.get("/notices")
@needs(Permission.OWN_ACCOUNT)
def notices() -> Response:
    """What I was told, the newest first."""
    is_unread = request.args.get("state") == UNREAD
    found = queries.page_of_notices(me(), unread=is_unread, key=request.args.get("key"))
    return page("accounts/notices.html", found=found, is_unread=is_unread, say=kinds)


@bp.post("/notices/<int:notice_id>/open")
@needs(Permission.OWN_ACCOUNT)
def open_notice(notice_id: int) -> Response:
    """On to what it is about; from now on it is read."""
    with transaction():
        notice = queries.notice_for(me(), notice_id)
        actions.mark_read(notice)
        path = kinds.path_of(notice.kind, notice.subject_id)
    return go(path or url_for("accounts.notices"))


@bp.post("/notices/read")
@needs(Permission.OWN_ACCOUNT)
def read_notices() -> Response:
    """All that stood on the page is read."""
    with transaction():
        actions.mark_all_read(me(), row_id(request.form.get("until")) or 0)
    flash(_("All is marked as read."), "success")
    return go(url_for("accounts.notices"))
