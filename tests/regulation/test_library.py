"""The rules that ship with the product, as pages to read."""

import pytest

from regulation.versions.library import shipped


@pytest.mark.parametrize("rule_id", sorted(shipped()))
def test_every_shipped_rule_is_a_page(sign_in, rule_id):
    rules = shipped()[rule_id]
    page = sign_in("an").page(f"/regulation/published/{rule_id}")
    assert page.h1 == rules.title
    for scheme in rules.schemes.values():
        assert scheme.title in page.text()
    assert rules.source.name in page.text()


def test_the_list_leads_to_each_and_says_where_it_comes_from(sign_in):
    page = sign_in("hilde").page("/regulation/published")
    for rules in shipped().values():
        assert rules.source.name in page.text()
        assert page.link(rules.title).endswith(f"/regulation/published/{rules.rule_id}")


def test_a_rule_that_is_not_shipped_is_not_there(sign_in):
    assert sign_in("an").get("/regulation/published/nergens").status_code == 404


def test_a_version_can_be_read_and_the_page_in_force_leads_on(sign_in):
    an = sign_in("an")
    page = an.page("/regulation")
    assert page.link("Alle versies").endswith("/regulation/versions")
    assert page.link("Reglementen van andere gemeenten").endswith("/regulation/published")
    version = an.page("/regulation/versions").link("Versie 1")
    text = an.page(f"{version}/text")
    assert text.h1 == page.h1
