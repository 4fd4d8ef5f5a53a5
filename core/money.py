"""Money of the core room: whole cents, read from and shown as Dutch text. It adds nothing up."""

import re

LARGEST_CENTS = 1_000_000_00
NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

# 1.234,50 and 1 234,50 have groups of three; 1234,50 and 1234.50 have none. `1.234.5` and `1.234`
# without cents stay out: nobody can tell whether a thousand was meant.
GROUPED = re.compile(r"(\d{1,3}(?:[. ]\d{3})+),(\d{2})", re.ASCII)
PLAIN = re.compile(r"(\d{1,9})(?:[.,](\d{1,2}))?", re.ASCII)


def read_cents(text: str) -> int:
    """The cents in `82,50`, `82.50`, `82,5`, `82`, `1.234,50` or `€ 82,50`; ValueError on all else."""
    typed = text.replace(NBSP, " ").strip().removeprefix("€").removesuffix("€").strip()
    match = GROUPED.fullmatch(typed) or PLAIN.fullmatch(typed)
    if match is None:
        raise ValueError("not an amount")
    euros = int(re.sub(r"[. ]", "", match[1]))
    cents = euros * 100 + int((match[2] or "").ljust(2, "0"))
    if cents > LARGEST_CENTS:
        raise ValueError("too large an amount")
    return cents


def show_cents(cents: int) -> str:
    """€ 1.234,50, with a space that does not break; − € 5,00 below zero."""
    euros, rest = divmod(abs(cents), 100)
    grouped = f"{euros:,}".replace(",", ".")
    sign = f"{MINUS}{NBSP}" if cents < 0 else ""
    return f"{sign}€{NBSP}{grouped},{rest:02}"


def write_cents(cents: int) -> str:
    """1234,50: as it stands in a field, and as read_cents takes it back."""
    return f"{cents // 100},{cents % 100:02}"
