"""Which texts can be tried, for the trials of fund: versions, and drafts for whoever may change them."""

from typing import Final

from flask_babel import gettext as _

from accounts.models import Account
from accounts.permissions import Permission
from accounts.queries import may
from core.errors import RuleBroken
from fund.replays import wording
from regulation.drafts.queries import draft_of, open_drafts
from regulation.files.reading import read_rule_set
from regulation.files.table import RuleFileError
from regulation.versions.models import RuleVersion
from regulation.versions.queries import version_of

DRAFT: Final = "draft:"


def choices(account: Account, versions: list[RuleVersion]) -> list[tuple[str, str]]:
    """What stands in the list: versions first, then the drafts that somebody works on."""
    drafts = open_drafts() if may(account, Permission.REGULATION_CHANGE) else []
    named = [(f"{DRAFT}{one.id}", wording.title_of_draft(one)) for one in drafts]
    return [*wording.choices(versions), *named]


def chosen(value: str) -> tuple[str, str]:
    """Title and text of one that was chosen from the list, as it is now.

    Raises RuleBroken on a draft that is not finished: by it nothing can be judged.
    """
    if not value.startswith(DRAFT):
        version = version_of(int(value))
        return wording.title_of(version), version.source_toml
    draft = draft_of(int(value.removeprefix(DRAFT)))
    try:
        read_rule_set(draft.source_toml)
    except RuleFileError as error:
        words = _("This draft is not right yet. Its page says what is missing.")
        raise RuleBroken(words, "version") from error
    return wording.title_of_draft(draft), draft.source_toml
