"""Files that are no proof, and photos that hide something: what each must become."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image, PngImagePlugin

from tests.evidence.papers import TELLTALE, pdf, photo, photo_with_place

HARMLESS = "harmless"
SCRIPT = b"<script>alert(1)</script>"
MEGABYTE = 1024 * 1024


def ftyp(brand: bytes, *more: bytes) -> bytes:
    body = b"ftyp" + brand + b"\x00\x00\x00\x00" + b"".join(more)
    return (len(body) + 4).to_bytes(4, "big") + body + b"\x00" * 64


def packed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        box.writestr("a.html", SCRIPT.decode())
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


def png(width: int, height: int, *more: bytes, rows: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + body + chunk(b"IEND", b"")


def told(kind: str, **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 30, 30)).save(out, kind, **more)
    return out.getvalue()


def in_mode(mode: str, kind: str) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (40, 40)).save(out, kind)
    return out.getvalue()


def moving(kind: str) -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (40, 40), (n, 0, 0)) for n in (10, 120, 240)]
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    return out.getvalue()


def words_of(text: str) -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", text)
    return info


def wide_jpeg() -> bytes:
    """Says that it is 65,500 points wide and high."""
    small = bytearray(photo())
    at = small.index(b"\xff\xc0") + 5
    small[at : at + 4] = struct.pack(">HH", 65_500, 65_500)
    return bytes(small)


def rotten(good: bytes) -> bytes:
    """The first bytes of the kind, then noise."""
    return good[:24] + bytes((n * 73 + 11) % 256 for n in range(4000))


NO_PROOF = {
    "nothing": (b"", "empty"),
    "one byte": (b"x", "other_kind"),
    "a byte too many": (photo() + b"\x00" * (20 * MEGABYTE), "too_big"),
    "a text": (b"Ik heb betaald.", "other_kind"),
    "a page named photo.jpg": (b"<!doctype html>" + SCRIPT, "other_kind"),
    "a drawing with a script": (b"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT, "other_kind"),
    "a programme of Windows": (b"MZ" + b"\x00" * 200, "other_kind"),
    "a programme of Linux": (b"\x7fELF" + b"\x00" * 200, "other_kind"),
    "a shell script": (b"#!/bin/sh\nrm -rf /\n", "other_kind"),
    "a zip": (packed(), "other_kind"),
    "a gif": (told("GIF"), "other_kind"),
    "a bmp": (told("BMP"), "other_kind"),
    "a tiff": (told("TIFF"), "other_kind"),
    "an avif": (ftyp(b"avif", b"mif1"), "other_kind"),
    "an avif that says mif1": (ftyp(b"mif1", b"avif"), "other_kind"),
    "a film": (ftyp(b"isom", b"mp42"), "other_kind"),
    "a page before a pdf": (SCRIPT + pdf(), "other_kind"),
    "PostScript": (b"%!PS-Adobe-3.0\n", "other_kind"),
    "other riff": (b"RIFF\x00\x00\x00\x00WAVE" + b"\x00" * 60, "other_kind"),
}

PHOTOS = {
    "jpeg, the head alone": (b"\xff\xd8\xff\xe0", "damaged"),
    "jpeg cut in the middle": (photo(size=(900, 900))[:3000], "damaged"),
    "jpeg rotten": (rotten(photo()), "damaged"),
    "jpeg that is a png": (b"\xff\xd8\xff" + photo("PNG"), "damaged"),
    "jpeg 65,500 points wide": (wide_jpeg(), "too_heavy"),
    "png cut in the middle": (photo("PNG", size=(900, 900))[:-400], "damaged"),
    "png rotten": (rotten(photo("PNG")), "damaged"),
    "png without points": (png(40, 40), "damaged"),
    "png that says 40,000 wide": (png(40_000, 40_000), "too_heavy"),
    "png that unpacks to 121 million": (png(11_000, 11_000, rows=b"\x00" * 15_136_000), "too_heavy"),
    "png, words that unpack to 100 MB": (
        png(8, 8, chunk(b"zTXt", b"a\x00\x00" + zlib.compress(b"a" * 100 * MEGABYTE)), rows=b"\0" * 16),
        "damaged"),
    "webp cut": (photo("WEBP", size=(900, 900))[:-60], "damaged"),
    "webp rotten": (rotten(photo("WEBP")), "damaged"),
    "heic cut": (photo("HEIF", size=(900, 900))[:-200], "damaged"),
    "heic, the head alone": (ftyp(b"heic", b"mif1"), "damaged"),
    "jpeg with place": (photo_with_place(), HARMLESS),
    "heic with place": (photo_with_place("HEIF"), HARMLESS),
    "webp with place": (photo_with_place("WEBP"), HARMLESS),
    "png with place": (photo_with_place("PNG"), HARMLESS),
    "jpeg with a zip behind it": (photo() + packed(), HARMLESS),
    "jpeg with a page behind it": (photo() + SCRIPT, HARMLESS),
    "jpeg with a script in its comment": (told("JPEG", comment=SCRIPT), HARMLESS),
    "jpeg with a script as its colours": (told("JPEG", icc_profile=SCRIPT * 20), HARMLESS),
    "png with a script in its words": (told("PNG", pnginfo=words_of(SCRIPT.decode())), HARMLESS),
    "png with an address in its words": (told("PNG", pnginfo=words_of(TELLTALE)), HARMLESS),
    "webp with a script in its xmp": (told("WEBP", xmp=SCRIPT), HARMLESS),
    "webp that moves": (moving("WEBP"), HARMLESS),
    "png that moves": (moving("PNG"), HARMLESS),
    "jpeg for a printer": (in_mode("CMYK", "JPEG"), HARMLESS),
    "png that is clear": (in_mode("RGBA", "PNG"), HARMLESS),
    "png of 16 bits": (in_mode("I;16", "PNG"), HARMLESS),
}  # fmt: skip
