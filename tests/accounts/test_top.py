"""The header is kept from page to page: each still sees their own, with a token of their own session."""

import re

from tests.inspector import InspectingClient, Page

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def _header(browser: InspectingClient, address: str) -> str:
    return browser.get(address).text.split("<main")[0]


def test_each_has_their_own_name_menu_and_token(sign_in):
    an, bert = sign_in("an"), sign_in("bert")
    for _ in range(2):  # the second time it was kept
        hers, his = _header(an, "/requests"), _header(bert, "/decided")
        said = ("An Aerts", "Bert Bex", 'href="/worklist"')
        assert [words in hers for words in said] == [True, False, False]
        assert [words in his for words in said] == [False, True, True]
        assert set(TOKEN.findall(hers)).isdisjoint(TOKEN.findall(his))
        assert "\0" not in hers + his


def test_every_form_in_it_works(sign_in):
    an = sign_in("an")
    for _ in range(2):
        page = Page(an.get("/requests"))
        assert an.post("/session/extend", data=page.form("/session/extend")).status_code == 303


def test_the_open_page_is_marked_on_each_page(sign_in):
    bert = sign_in("bert")
    for address in ("/worklist", "/decided", "/worklist"):
        current = re.findall(r'href="([^"]+)" aria-current="page"', _header(bert, address))
        assert current == [address]


def test_another_language_speaks_at_once(sign_in):
    an = sign_in("an")
    assert "Aanvragen" in _header(an, "/requests")
    an.post("/language", data={**Page(an.get("/requests")).form("/language"), "language": "en"})
    assert "Requests" in _header(an, "/requests")
