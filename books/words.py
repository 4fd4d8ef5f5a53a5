"""The words of the books room for what a budget is for. They book nothing."""

from typing import Final

from flask_babel import lazy_gettext as _l

from core.errors import Words

PURPOSES: Final[dict[str, Words]] = {
    "client_aid": _l("Aid to clients"),
    "network": _l("Spending of the network"),
}
