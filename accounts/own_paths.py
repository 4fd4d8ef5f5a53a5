"""Which texts are a path within this application: pure, for `next` after signing in. Opens nothing."""

from urllib.parse import urlsplit

LONGEST = 500


def own_path(text: str | None) -> str | None:
    """The text when it is a plain path here with its query, else None: never another site's address."""
    if not text or len(text) > LONGEST or not text.startswith("/"):
        return None
    # browsers read `\` as `/`, and drop tabs and line ends: `/\evil` and `/<tab>/evil` are addresses
    if "\\" in text or any(not letter.isprintable() or letter.isspace() for letter in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return None if parts.scheme or parts.netloc or text.startswith("//") else text


def path_of_page(url: str | None, host: str) -> str | None:
    """The own path in the whole address of a page (HX-Current-URL) on this host."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    if parts.netloc != host or parts.scheme not in {"http", "https"}:
        return None
    return own_path(parts.path + (f"?{parts.query}" if parts.query else ""))
