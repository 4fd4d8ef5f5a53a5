"""Codes on proofs of payout: short, random, without signs that look alike. They stand for nothing."""

import secrets
from typing import Final

# Without 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V: read aloud or copied by hand.
ALPHABET: Final = "34679ACDEFGHJKMNPQRTWXY"
GROUP, GROUPS = 4, 2


def new_code() -> str:
    """K7QF-3MXD: 23 to the power of 8 possibilities, so that nobody guesses one."""
    groups = (
        "".join(secrets.choice(ALPHABET) for _sign in range(GROUP)) for _group in range(GROUPS)
    )
    return "-".join(groups)
