"""What may come in: five kinds by content, drawn anew; a corpus of bad files, each refused or made harmless."""

import io

import pytest
from PIL import Image

from intake.evidence.content.checks import checked
from intake.evidence.content.kinds import JPEG, PDF, Refused
from tests.evidence.bad_images import HARMLESS, NO_PROOF, PHOTOS, SCRIPT
from tests.evidence.bad_pdfs import PDFS
from tests.evidence.papers import TELLTALE, blank, pdf, photo, photo_with_place, scan, written

CORPUS = {**NO_PROOF, **PHOTOS, **PDFS}


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture), formats=["JPEG"])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photo_becomes_a_plain_jpeg_with_a_picture(kind):
    kept = checked(photo(kind))
    assert (kept.content_type, kept.pages) == (JPEG, 1)
    assert opened(kept.content).getpixel((9, 9))[0] > 150
    assert opened(kept.preview).size == (640, 480)


@pytest.mark.parametrize(("paper", "pages"), [(pdf(), 1), (pdf(pages=3), 3), (scan(), 1)])
def test_a_pdf_stays_as_it_is_and_shows_its_first_page(paper, pages):
    kept = checked(paper)
    assert (kept.content, kept.content_type, kept.pages) == (paper, PDF, pages)
    picture = opened(kept.preview)
    assert picture.height > picture.width > 500


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_the_place_is_gone_and_the_photo_stands_upright(kind):
    sent = photo_with_place(kind)
    kept = checked(sent).content
    assert TELLTALE.encode() in sent
    assert TELLTALE.encode() not in kept
    assert b"Exif" not in kept
    assert not opened(kept).getexif()
    assert opened(kept).size == (480, 640)


def test_a_large_photo_is_kept_at_a_size_to_read():
    kept = checked(photo(size=(8000, 6000)))
    assert opened(kept.content).size == (3500, 2625)
    assert opened(kept.preview).size == (1200, 900)


def test_fifty_pages_and_a_link_may_come_in():
    assert checked(written(blank(50))).pages == 50


def test_the_corpus_holds_sixty_files_and_more():
    assert len(CORPUS) >= 60
    assert len({content for content, _why in CORPUS.values()}) == len(CORPUS)


@pytest.mark.parametrize("name", [name for name, (_c, why) in CORPUS.items() if why != HARMLESS])
def test_a_bad_file_is_refused_for_its_own_reason(name):
    content, why = CORPUS[name]
    if why == "any":
        assert checked(content).content == content
        return
    with pytest.raises(Refused) as refused:
        checked(content)
    assert refused.value.why == why


@pytest.mark.parametrize("name", [name for name, (_c, why) in CORPUS.items() if why == HARMLESS])
def test_what_a_photo_hid_is_gone(name):
    kept = checked(CORPUS[name][0]).content
    hidden = (SCRIPT, TELLTALE.encode(), b"PK\x03\x04", b"Exif", b"GPS")
    assert [one for one in hidden if one in kept] == []
    with Image.open(io.BytesIO(kept)) as picture:
        picture.load()
        assert (picture.format, getattr(picture, "n_frames", 1)) == ("JPEG", 1)
