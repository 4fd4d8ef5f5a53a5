"""How one wants mail, on the page of one's own account; and the server, from the environment."""

import pytest

from accounts.notices.queries import choice_of
from core.mail import MailServer
from tests.inspector import Page


def sends(browser, **typed):
    form = browser.page("/account").form("/account/notices")
    return browser.post("/account/notices", data=form | typed)


def test_without_a_mail_server_the_page_has_no_such_choice(sign_in):
    assert "Mail voor u" not in sign_in("an").page("/account").text()


def test_somebody_chooses_and_finds_it_back(post_office, sign_in, app, world):
    an = sign_in("an")
    assert sends(an, way="daily", address="an@example.org").status_code == 303
    assert an.page("/account").form("/account/notices")["address"] == "an@example.org"
    with app.app_context():
        assert choice_of(world.people["an"]).way == "daily"
        assert choice_of(world.people["arne"]).way == "never"


@pytest.mark.parametrize(
    "address",
    ["", "an", "an@", "an@example", "an@example.org, x@y.be", "a b@example.org", "é@example.org"],
)
def test_an_address_that_is_none_is_said_at_its_field(post_office, sign_in, address):
    answer = sends(sign_in("an"), way="once", address=address)
    page = Page(answer)
    assert answer.status_code == 422
    assert page.title.startswith("Fout:")
    assert page.by_id("address").get("value", "") == address


def test_an_address_cannot_carry_a_further_line(post_office, sign_in, app, world):
    sends(sign_in("an"), way="once", address="an@example.org\r\nBcc: all@example.org")
    with app.app_context():
        assert choice_of(world.people["an"]).way == "never"


def test_a_way_that_is_none_is_refused(post_office, sign_in):
    assert sends(sign_in("an"), way="hourly", address="an@example.org").status_code == 422


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"MAIL_SENDER": "fonds"}, "MAIL_SENDER"),
        ({"MAIL_SENDER": "f@example.org", "MAIL_TLS": "ssl"}, "MAIL_TLS"),
        ({"MAIL_SENDER": "f@example.org", "MAIL_TLS": "none", "MAIL_USER": "x"}, "clear"),
    ],
)
def test_settings_that_do_not_fit_together_stop_the_start(env, says):
    with pytest.raises(ValueError, match=says):
        MailServer.from_environment({"MAIL_HOST": "mail.example.org"} | env)


def test_no_host_is_no_mail():
    assert MailServer.from_environment({}) is None


def test_the_port_follows_from_the_way():
    env = {"MAIL_HOST": "mail.example.org", "MAIL_SENDER": "f@example.org"}
    assert MailServer.from_environment(env).port == 587
    assert MailServer.from_environment(env | {"MAIL_TLS": "tls"}).port == 465
