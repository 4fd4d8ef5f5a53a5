"""Photos for intake's evidence: drawn anew, so that place, owner and whatever else was hidden stays behind."""

import io
from typing import Final

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from intake.evidence.content.kinds import HEIC, JPEG, PNG, WEBP, Checked, Refused, Why

FORMATS: Final = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP", HEIC: "HEIF"}
# A phone takes 50 million points; more than twice that is no photo of a bill.
MOST_POINTS: Final = 120_000_000
LONGEST_SIDE: Final = 3500
PREVIEW_SIDE: Final = 1200
QUALITY: Final = 85
WHITE: Final = (255, 255, 255)

register_heif_opener(thumbnails=False)
# Pillow would warn halfway; the limit above is asked before a point is drawn.
Image.MAX_IMAGE_PIXELS = None


def checked_image(content: bytes, kind: str) -> Checked:
    """The photo as a plain JPEG, upright and of a size to read. Refused when it cannot be drawn."""
    try:
        with Image.open(io.BytesIO(content), formats=[FORMATS[kind]]) as photo:
            if photo.width * photo.height > MOST_POINTS:
                raise Refused(Why.TOO_HEAVY)
            photo.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is drawn smaller at once
            drawn = _on_white(ImageOps.exif_transpose(photo))
    except Refused:
        raise
    except MemoryError as error:
        raise Refused(Why.TOO_HEAVY) from error
    except Exception as error:  # a decoder may fail in any way on bytes that were made to hurt it
        raise Refused(Why.DAMAGED) from error
    return Checked(_jpeg(drawn, LONGEST_SIDE), JPEG, 1, _jpeg(drawn, PREVIEW_SIDE))


def smaller(picture: bytes) -> bytes:
    """A picture of ours as a small JPEG."""
    with Image.open(io.BytesIO(picture)) as drawn:
        return _jpeg(_on_white(drawn), PREVIEW_SIDE)


def _on_white(photo: Image.Image) -> Image.Image:
    """Without transparency: on black, a bill with a clear ground could not be read."""
    if photo.mode in {"RGBA", "LA", "PA"} or "transparency" in photo.info:
        clear = photo.convert("RGBA")
        ground = Image.new("RGB", clear.size, WHITE)
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    return photo.convert("RGB")


def _jpeg(drawn: Image.Image, side: int) -> bytes:
    """New bytes of the points alone: nothing that came with the photo is handed on."""
    bare = Image.new("RGB", drawn.size)
    bare.paste(drawn)
    bare.thumbnail((side, side))
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
