"""Cleaning of what people type, for the fields of the core room. It judges no meaning."""

import unicodedata

KEPT_CONTROLS = frozenset("\n\t")


def cleaned(text: str, *, lines: bool = False) -> str:
    """`text` composed (NFC), without NUL, control characters and outer spaces; newlines if `lines`."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = KEPT_CONTROLS if lines else frozenset()
    if not lines:
        composed = composed.replace("\n", " ").replace("\t", " ")
    return "".join(
        letter for letter in composed if letter in kept or not _is_unwanted(letter)
    ).strip()


def _is_unwanted(letter: str) -> bool:
    """Controls, and lone surrogates, which no database stores. Right-to-left text stays whole."""
    return unicodedata.category(letter) in {"Cc", "Cs"}
