"""The words for the roles of the accounts room, as pages show them. They open nothing."""

from typing import Final

from flask_babel import lazy_gettext as _l

from accounts.models import Person
from accounts.permissions import Role
from core.errors import Words

ROLE_WORDS: Final[dict[Role, Words]] = {
    Role.SOCIAL_WORKER: _l("Social worker"),
    Role.APPROVER: _l("Approver"),
    Role.HEAD: _l("Head of the social service"),
    Role.SECRETARY: _l("Committee secretary"),
    Role.FINANCE: _l("Finance"),
    Role.COORDINATOR: _l("Network coordinator"),
    Role.ADMINISTRATOR: _l("Administrator"),
    Role.DPO: _l("Data protection officer"),
}


def roles_in_words(person: Person) -> str:
    """All roles of a member of staff, over all accounts."""
    held = {role for account in person.accounts for role in account.roles}
    return ", ".join(str(words) for role, words in ROLE_WORDS.items() if role in held)


# One sentence for unknown, wrong, disabled and too early: none of them tells which.
NOT_RIGHT: Final[Words] = _l(
    "User name or passphrase is not right, or there were too many attempts. Try again in a while."
)
