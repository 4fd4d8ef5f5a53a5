"""Folding of names for sorting and searching, the same on every engine. Stores nothing."""

import unicodedata

# Ligatures and crossed letters have no accent that could be taken off.
WITHOUT_ACCENT = {ord("ł"): "l", ord("ø"): "o", ord("æ"): "ae", ord("œ"): "oe"}


def folded(text: str) -> str:
    """`text` as it sorts and is searched: no case, no accents, single spaces."""
    plain = text.casefold().translate(WITHOUT_ACCENT)
    letters = (
        letter
        for letter in unicodedata.normalize("NFKD", plain)
        if not unicodedata.combining(letter)
    )
    return " ".join("".join(letters).replace("-", " ").replace("'", " ").split())
