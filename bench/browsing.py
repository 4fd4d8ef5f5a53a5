"""What a browser does for the benchmark: it keeps cookies, opens pages and sends forms. It measures nothing."""

import http.cookiejar
import re
import urllib.parse
import urllib.request
from collections.abc import Mapping
from urllib.request import OpenerDirector


def browser() -> OpenerDirector:
    """Keeps cookies, as a browser does."""
    jar = http.cookiejar.CookieJar()
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))


def sign_in(address: str, username: str, passphrase: str) -> OpenerDirector:
    """A browser in which somebody is signed in."""
    opener = browser()
    token = token_on(opener, f"{address}/sign-in")
    form = {"csrf_token": token, "username": username, "passphrase": passphrase}
    post(opener, f"{address}/sign-in", form)
    return opener


def token_on(opener: OpenerDirector, address: str) -> str:
    """The token of the forms on a page."""
    with opener.open(address) as answer:
        page = answer.read().decode()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    if token is None:
        raise SystemExit(f"The page {address} holds no token.")
    return token[1]


def get(opener: OpenerDirector, address: str) -> None:
    """Open a page, whole."""
    with opener.open(address) as answer:
        answer.read()


def post(
    opener: OpenerDirector,
    address: str,
    form: Mapping[str, str],
    headers: Mapping[str, str] | None = None,
) -> None:
    """Send a form; an answer that refuses it stops the benchmark."""
    body = urllib.parse.urlencode(form).encode()
    asked = urllib.request.Request(address, body, dict(headers or {}))  # noqa: S310  (our own)
    with opener.open(asked) as answer:
        answer.read()
