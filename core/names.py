"""Folding of names for sorting and searching, the same on every engine. Stores nothing."""

import unicodedata


def folded(text: str) -> str:
    """`text` as it sorts and is searched: no case, no accents, single spaces."""
    # ligatures and the Polish l have no accent that could be taken off
    plain = text.casefold().translate(str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "œ": "oe"}))
    letters = (
        letter
        for letter in unicodedata.normalize("NFKD", plain)
        if not unicodedata.combining(letter)
    )
    return " ".join("".join(letters).replace("-", " ").replace("'", " ").split())
