"""Passphrases of the accounts room: what is good enough, and their hashes. It knows no account and no row."""

import secrets
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import current_app
from flask_babel import lazy_gettext as _l

from core.errors import RuleBroken
from core.names import folded

SHORTEST = 15
LONGEST = 200
# RFC 9106, second choice, with one lane: gunicorn's threads are the lanes here.
ARGON2 = {"time_cost": 3, "memory_cost": 65536, "parallelism": 1}
# No vowels, no letters that look alike: it makes no words and can be read out.
LETTERS = "bcdfghjkmnpqrstvwxz23456789"
GROUPS, GROUP = 5, 4


def require_good(passphrase: str, *, known_words: Iterable[str] = ()) -> None:
    """RuleBroken when it is too short or one of the first that somebody would try.

    Length decides, not a mixture of signs: any 15 characters that are no common saying will do."""
    if len(passphrase) < SHORTEST:
        raise RuleBroken(
            _l("Choose at least %(count)s characters, for example four words.", count=SHORTEST),
            field="passphrase",
        )
    if len(passphrase) > LONGEST:
        raise RuleBroken(
            _l("Choose at most %(count)s characters.", count=LONGEST), field="passphrase"
        )
    if _is_common(passphrase, known_words):
        raise RuleBroken(
            _l("Many people choose this one, or it holds your name. Choose something else."),
            field="passphrase",
        )


def _is_common(passphrase: str, known_words: Iterable[str]) -> bool:
    """A common saying, one short piece again and again, or nothing but words that are known here."""
    bare = _bare(passphrase)
    if bare in common() or _repeats(bare):
        return True
    rest = bare
    words = sorted({_bare(word) for word in known_words} | {"cultuurfonds", "genk"}, key=len)
    for word in reversed(words):
        if len(word) > 2:
            rest = rest.replace(word, "")
    rest = rest.strip("0123456789")
    return len(rest) < SHORTEST // 2 and rest != bare.strip("0123456789")


def _repeats(bare: str) -> bool:
    return any(
        bare == (bare[:size] * len(bare))[: len(bare)] for size in range(1, len(bare) // 2 + 1)
    )


def _bare(text: str) -> str:
    """Letters and digits alone: spaces, capitals and accents make no saying less common."""
    return "".join(letter for letter in folded(text) if letter.isalnum())


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """The shipped list, bare."""
    path = Path(__file__).with_name("common_passphrases.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(_bare(line) for line in lines if line and not line.startswith("#"))


def one_time() -> str:
    """A passphrase of 20 letters and figures to hand over once: it must be changed at once."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def hashed(passphrase: str) -> str:
    """Slow on purpose (a tenth of a second): never inside a transaction."""
    return _hasher().hash(passphrase)


def is_right(passphrase: str, stored: str | None) -> bool:
    """Whether it fits; without a stored hash the same work is done on one that nothing fits."""
    try:
        _hasher().verify(stored or _of_nobody(_hasher()), passphrase)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def needs_rehash(stored: str) -> bool:
    """Whether it was made with other costs than are asked now."""
    return _hasher().check_needs_rehash(stored)


def _hasher() -> PasswordHasher:
    """The costs may be set lower in tests."""
    costs: Mapping[str, int] = current_app.config.get("ARGON2", ARGON2)
    return _hasher_at(costs["time_cost"], costs["memory_cost"], costs["parallelism"])


@lru_cache(maxsize=4)
def _hasher_at(time_cost: int, memory_cost: int, parallelism: int) -> PasswordHasher:
    return PasswordHasher(time_cost, memory_cost, parallelism)


@lru_cache(maxsize=4)
def _of_nobody(hasher: PasswordHasher) -> str:
    return hasher.hash(secrets.token_urlsafe(32))
