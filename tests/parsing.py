"""Pages are parsed once: what a page says anew each time is taken out first, and put back after."""

from __future__ import annotations

import copy
import hashlib
import os
import pickle
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

TOKEN = re.compile(r'name="csrf_token"[^>]*value="(?P<token>[^"]+)')
NUMBER = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b")
STAND_IN = re.compile(r"«anew (\d+)»")
# A folder that the workers of a whole run share, and its engines: they answer with the same pages.
SHARED = os.environ.get("PARSED_PAGES") or None

Parsed = tuple[Element, tuple[str, ...]]


@dataclass(frozen=True)
class Same:
    """What a page says to everybody, without its token and the numbers of drafts not kept yet."""

    html: str
    anew: tuple[str, ...]
    token: str

    @property
    def whole(self) -> bool:
        """A page, and not a fragment."""
        return self.html.lstrip().lower().startswith("<!doctype")

    @property
    def errors(self) -> tuple[str, ...]:
        """What is not valid HTML in it."""
        return _parsed(self.html, self.whole)[1]

    @cached_property
    def root(self) -> Element:
        """Its elements with everything in its place; nobody may change them."""
        root, _errors = _parsed(self.html, self.whole)
        return _put_back(copy.deepcopy(root), self.anew) if self.anew else root


def same(html: str) -> Same:
    """Take out what differs each time the page is made."""
    token = TOKEN.search(html)
    anew = list(dict.fromkeys(([token["token"]] if token else []) + NUMBER.findall(html)))
    for place, value in enumerate(anew):
        html = html.replace(value, f"«anew {place}»")
    return Same(html, tuple(anew), token["token"] if token else "")


def _put_back(root: Element, anew: tuple[str, ...]) -> Element:
    def said(value: str | None) -> str | None:
        return value and STAND_IN.sub(lambda found: anew[int(found[1])], value)

    for element in root.iter():
        element.text, element.tail = said(element.text), said(element.tail)
        element.attrib.update({name: said(value) for name, value in element.items()})
    return root


@lru_cache(maxsize=128)
def _parsed(html: str, whole: bool) -> Parsed:
    if SHARED is None:
        return _parse(html, whole)
    kept = Path(SHARED) / hashlib.sha256(html.encode()).hexdigest()
    if kept.exists():
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]
    found = _parse(html, whole)
    fresh = kept.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(pickle.dumps(found))
    fresh.rename(kept)
    return found


def _parse(html: str, whole: bool) -> Parsed:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html) if whole else parser.parseFragment(html, "div")
    return root, tuple(code for _, code, _ in parser.errors)
