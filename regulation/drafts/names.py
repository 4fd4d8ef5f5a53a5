"""Names that a rule file needs and nobody wants to think of: made from what people typed. Pure."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 40


def name_from(words: str, taken: Collection[str] = (), otherwise: str = "deel") -> str:
    """A name in small letters that nothing else has."""
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST].strip("_") or otherwise
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}_{number}"
    return name
