"""Which texts are a path of ours: pure, so tried directly."""

import pytest

from accounts.own_paths import own_path, path_of_page


@pytest.mark.parametrize("text", ["/", "/requests/12", "/requests?state=open", "/a/b?x=%C3%A9#c"])
def test_a_path_here_is_kept(text):
    assert own_path(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            None,
            "",
            "requests",
            "//evil.example",
            "///evil",
            "/\\evil.example",
            "/a\\b",
            "/\t/evil",
        ),
        *("https://evil.example/", "javascript:alert(1)", "/a b", "/a\n", "/" + "a" * 500, "/\x00"),
    ],
)
def test_all_else_is_dropped(text):
    assert own_path(text) is None


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://here/requests?x=1", "/requests?x=1"),
        ("https://here/requests#part", "/requests"),
        ("http://evil/requests", None),
        ("http://here.evil/requests", None),
        ("javascript://here/%0aalert(1)", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_only_a_page_on_this_host_counts(url, path):
    assert path_of_page(url, "here") == path
