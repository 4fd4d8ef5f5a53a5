"""Colours mean the same on every printer: each is tied to an ICC profile, its own or that of the whole file."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, Final

from pypdf.generic import NameObject

from tests.letters.validity.content import Walk
from tests.letters.validity.document import A, Document, Found, listed, plain

# By the name of a device's colours, also the short one of inline images: what a profile must be for.
DEVICE: Final = {
    "/DeviceGray": b"GRAY", "/G": b"GRAY", "/DeviceRGB": b"RGB ", "/RGB": b"RGB ", "/DeviceCMYK": b"CMYK",
    "/CMYK": b"CMYK",
}  # fmt: skip
COMPONENTS: Final = {b"GRAY": 1, b"RGB ": 3, b"Lab ": 3, b"CMYK": 4}
OUTPUT, INPUT = frozenset({b"mntr", b"prtr"}), frozenset({b"mntr", b"prtr", b"scnr", b"spac"})


def judged(document: Document, walk: Walk) -> Found:
    """The profile of the file, then each colour that paints."""
    intents = [plain(one) for one in listed(document.catalog.get("/OutputIntents"))]
    archived = [one for one in intents if one.get("/S") == "/GTS_PDFA1"]
    profiles = [plain(one.get("/DestOutputProfile")) for one in archived]
    model = None
    for profile in profiles:
        if profile is None or not _is_profile(profile, OUTPUT, {b"GRAY", b"RGB ", b"CMYK"}):
            yield f"{A}, 6.2.3", "the output intent has no profile of a printer or a screen"
        else:
            model = _model(profile)
    if len({id(one) for one in profiles}) > 1:
        yield f"{A}, 6.2.3", "two output intents have each a profile of their own"
    used = {(_key(space), piece.page): space for piece in walk.pieces for space in piece.colours}
    for (_name, page), space in used.items():
        yield from _space(plain(space), model, page)


def _key(space: Any) -> Any:
    space = plain(space)
    return space if isinstance(space, str) else id(space)


def _space(space: Any, model: bytes | None, page: int) -> Found:
    """One colour space, and what it stands on."""
    if space is None or isinstance(space, NameObject | str):
        needed = DEVICE.get(str(space))
        if needed and (model is None or needed not in {model, b"GRAY"}):
            yield f"{A}, 6.2.4.3", f"{space} on page {page} is tied to no profile"
    elif space[0] == "/ICCBased":
        profile = plain(space[1])
        if (
            not _is_profile(profile, INPUT, COMPONENTS)
            or COMPONENTS[_model(profile)] != profile["/N"]
        ):
            yield f"{A}, 6.2.4.2", f"a profile on page {page} is none"
    elif space[0] in {"/Indexed", "/Pattern", "/Separation", "/DeviceN"}:
        at = 2 if space[0] in {"/Separation", "/DeviceN"} else 1
        yield from _space(plain(space[at]) if len(space) > at else None, model, page)


def _is_profile(profile: Any, classes: Container[bytes], models: Container[bytes]) -> bool:
    """An ICC profile before version 5: `acsp` stands at byte 36, its class at 12, its colours at 16."""
    data = profile.get_data()
    if len(data) < 128 or data[36:40] != b"acsp" or data[8] > 4:
        return False
    return data[12:16] in classes and data[16:20] in models


def _model(profile: Any) -> bytes:
    return bytes(profile.get_data()[16:20])
