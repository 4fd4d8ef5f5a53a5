"""The words for the roles of the accounts room, as pages show them. They open nothing."""

from typing import Final

from flask_babel import lazy_gettext as _l

from accounts.models import Account, Person
from accounts.permissions import Role
from core.errors import Words

ROLE_WORDS: Final[dict[Role, Words]] = {
    Role.SOCIAL_WORKER: _l("Social worker"),
    Role.APPROVER: _l("Approver"),
    Role.HEAD: _l("Head of the social service"),
    Role.SECRETARY: _l("Committee secretary"),
    Role.MEMBER: _l("Committee member"),
    Role.FINANCE: _l("Finance"),
    Role.COORDINATOR: _l("Network coordinator"),
    Role.ADMINISTRATOR: _l("Administrator"),
    Role.DPO: _l("Data protection officer"),
}


def roles_in_words(holder: Person | Account) -> str:
    """The roles of one account, or of a member of staff over all accounts."""
    accounts = holder.accounts if isinstance(holder, Person) else [holder]
    held = {role for account in accounts for role in account.roles}
    return ", ".join(str(words) for role, words in ROLE_WORDS.items() if role in held)


# One sentence for unknown, wrong, disabled and too early: none of them tells which.
NOT_RIGHT: Final[Words] = _l(
    "User name or passphrase is not right, or there were too many attempts. Try again in a while."
)

# Looked for in this order: most browsers name older ones as well.
BROWSERS: Final = (
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("OPR", "Opera"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def browser_in_words(named: str) -> str:
    """What a browser says of itself, short enough to be recognised: Firefox, Windows."""
    browser = next((words for mark, words in BROWSERS if mark in named), None)
    system = next((words for mark, words in SYSTEMS if mark in named), None)
    return ", ".join(filter(None, (browser, system)))
