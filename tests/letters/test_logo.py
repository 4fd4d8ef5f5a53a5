"""The picture above letters: drawn anew, kept sealed, and frozen with each letter."""

import io

from PIL import Image

from core.letters import letters
from tests.inspector import Page
from tests.letters import desk as post


def picture(kind="PNG", colour=(0, 90, 90, 128)):
    out = io.BytesIO()
    mode = "RGBA" if kind == "PNG" else "RGB"
    Image.new(mode, (900, 300), colour[: len(mode)]).save(out, kind)
    return out.getvalue()


def upload(client, content, name="logo.png"):
    form = client.page("/letters/logo").form("/letters/logo")
    form.pop("act", None)
    sent = {**form, "files": (io.BytesIO(content), name)}
    return client.post("/letters/logo", data=sent, content_type="multipart/form-data")


def logo_of(app, request_id):
    return post.says(app, request_id).body.logo_id


def test_it_stands_on_letters_that_are_made_from_then_on(app, world, sign_in):
    post.settle(app)
    before, bea, bert = post.granted(app, world, sign_in), sign_in("bea"), sign_in("bert")
    post.printed(app, bert)
    assert upload(bea, picture()).status_code == 303
    after = post.granted(app, world, sign_in, "zoë")
    post.printed(app, bert)
    assert (logo_of(app, before), logo_of(app, after) > 0) == (0, True)
    with app.app_context():
        data = letters.render_pdf(post.letters_of(after)[-1].letter)
    assert b"/Image" in data
    assert b"pdfaid:part>2<" in data
    assert b"pdfuaid:part>1<" in data


def test_taken_away_the_made_letter_keeps_it(app, world, sign_in):
    post.settle(app)
    bea = sign_in("bea")
    upload(bea, picture("JPEG"), "logo.jpg")
    request_id = post.granted(app, world, sign_in)
    post.printed(app, sign_in("bert"))
    form = {
        "csrf_token": bea.page("/letters/logo").form("/letters/logo")["csrf_token"],
        "act": "none",
    }
    assert bea.post("/letters/logo", data=form).status_code == 303
    assert bea.get("/letters/logo.jpg").status_code == 404
    with app.app_context():
        assert b"/Image" in letters.render_pdf(post.letters_of(request_id)[-1].letter)


def test_what_is_no_picture_is_refused(app, world, sign_in):
    bea = sign_in("bea")
    for content in (b"<svg onload='x()'>", b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\nnonsense"):
        answer = upload(bea, content)
        assert answer.status_code == 422
        assert "Fout:" in Page(answer).title
