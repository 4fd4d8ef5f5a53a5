"""Bringing a version in: as a file or as text; what is wrong is told beside the field, nothing half stored."""

from __future__ import annotations

from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from regulation.versions.queries import history
from tests.inspector import Page
from tests.regulation.wording import TEXT, text_of

PAGE = "/regulation/versions/new"
KEPT = "Een gekozen bestand kan niet bewaard blijven"


def sent(browser, *, file: bytes | None = None, text: str = ""):
    """What a browser sends: pasted lines end as forms end them."""
    form = {"csrf_token": browser.csrf(), "text": text.replace("\n", "\r\n")}
    form["file"] = FileStorage(BytesIO(file or b""), "" if file is None else "reglement.toml")
    boundary, body = encode_multipart(form)
    content_type = f"multipart/form-data; boundary={boundary}"
    return browser.post(PAGE, data=body, content_type=content_type)


def count(app) -> int:
    with app.app_context():
        return len(history().items)


def refused(app, browser, field: str, **given) -> Page:
    """The page after a refusal: the words at the field and in the summary, nothing stored."""
    answer = sent(browser, **given)
    page = Page(answer)
    assert answer.status_code == 422
    assert page.title.startswith("Fout: Versie inbrengen")
    error = page.text(page.by_id(f"{field}-error"))
    assert error in page.text(page.by_id("error-summary"))
    assert count(app) == 1
    return page


@pytest.mark.parametrize("username", ["hilde", "bea"])
def test_a_file_is_brought_in(app, sign_in, username):
    browser, content = sign_in(username), text_of(2).encode()
    answer = sent(browser, file=content)
    assert answer.status_code == 303
    page = browser.page(answer.location)
    assert "Versie 2 staat klaar." in page.text()
    assert browser.get(page.link("Downloaden")).data == content


def test_a_pasted_text_is_the_same_as_its_file(app, sign_in):
    browser = sign_in("hilde")
    pasted = sent(browser, text=text_of(2))
    assert sent(browser, file=text_of(2).encode()).location == pasted.location
    assert browser.get(f"{pasted.location}/file").data == text_of(2).encode()
    assert count(app) == 2


def test_the_same_text_leads_to_the_version_that_is_there(app, sign_in):
    answer = sent(sign_in("hilde"), file=TEXT.encode())
    assert answer.status_code == 303
    assert count(app) == 1


def test_an_error_has_its_place_and_the_text_is_kept(app, sign_in):
    wrong = text_of(2, words={"percent = 90": "percent = 101"})
    page = refused(app, sign_in("hilde"), "text", text=wrong)
    assert "schemes.cultuurfonds.amounts[1].percent: Schrijf" in page.text()
    assert page.form(PAGE)["text"] == wrong
    assert KEPT not in page.text()


def test_a_wrong_file_must_be_chosen_again(app, sign_in):
    wrong = text_of(2, words={"percent = 90": "percent = 101"})
    page = refused(app, sign_in("hilde"), "file", file=wrong.encode())
    assert KEPT in page.text()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"", "Schrijf"),
        (b"[" * 3_000, "zoals hij begint"),
        (b"x = 1\nx = 2", "twee keer"),
        (b"#" * 1_000_001, "één megabyte"),
    ],
)
def test_what_is_no_rule_is_refused_at_the_file(app, sign_in, file, said):
    page = refused(app, sign_in("hilde"), "file", file=file)
    assert said in page.text(page.by_id("file-error"))


def test_another_text_under_the_same_number_is_refused(app, sign_in):
    page = refused(app, sign_in("hilde"), "text", text=TEXT + "\n# anders")
    assert "Verhoog het nummer" in page.text(page.by_id("text-error"))


def test_nothing_and_both_are_refused(app, sign_in):
    browser = sign_in("hilde")
    refused(app, browser, "file")
    page = refused(app, browser, "text", file=text_of(2).encode(), text=text_of(2))
    assert page.form(PAGE)["text"] == text_of(2)


def test_ten_megabytes_are_not_read(app, sign_in):
    assert sent(sign_in("hilde"), file=b"#" * 10_000_000).status_code == 413
    assert count(app) == 1


def test_who_may_not_change_the_rule_finds_no_page(app, sign_in):
    for username in ("an", "bert", "fien", "carla", "dirk"):
        sign_in(username).page(PAGE, status=404)
