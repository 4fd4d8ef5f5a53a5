"""Sealed values: they open at their own place only, and can be found by a keyed hash."""

from dataclasses import replace

import pytest
from flask import Flask

from core.instance import Opened, folder, keys
from core.sealing import sealed
from core.sealing.sealed import SealBroken, needs_resealing, seal, search_key, unseal

PLACE = {"table": "client", "column": "number", "row_key": 7}


def test_a_value_opens_at_its_own_place(inside: Flask) -> None:
    assert unseal(seal("85073003328", **PLACE), **PLACE) == "85073003328"


@pytest.mark.parametrize("moved", [{"table": "person"}, {"column": "iban"}, {"row_key": 8}])
def test_a_value_copied_elsewhere_stays_closed(inside: Flask, moved: dict[str, object]) -> None:
    value = seal("85073003328", **PLACE)
    with pytest.raises(SealBroken):
        unseal(value, **{**PLACE, **moved})


def test_a_changed_cut_or_unknown_value_stays_closed(inside: Flask) -> None:
    value = seal("x", **PLACE)
    for wrong in (value[:-1], value[:5], b"", b"\x09" + value[1:], value[:-1] + b"\x00\x01"):
        with pytest.raises(SealBroken):
            unseal(wrong, **PLACE)


def test_nothing_readable_stands_in_the_bytes(inside: Flask) -> None:
    first, second = seal("85073003328", **PLACE), seal("85073003328", **PLACE)
    assert b"85073003328" not in first
    assert first != second


def test_a_new_key_seals_and_the_old_one_still_opens(inside: Flask) -> None:
    old = seal("x", **PLACE)
    kept = inside.extensions["instance"]
    newer = replace(keys(), seals={**keys().seals, 2: b"2" * 32})
    inside.extensions["instance"] = Opened(folder(), newer)
    try:
        assert unseal(old, **PLACE) == "x"
        assert needs_resealing(old)
        assert not needs_resealing(seal("x", **PLACE))
    finally:
        inside.extensions["instance"] = kept


def test_equal_values_are_found_within_one_column_only(inside: Flask) -> None:
    assert search_key("1", column="number") == search_key("1", column="number")
    assert search_key("1", column="number") != search_key("1", column="iban")
    assert search_key("1", column="number") != search_key("2", column="number")


def test_bytes_are_sealed_as_well(inside: Flask) -> None:
    value = bytes(range(256))
    assert sealed.unseal_bytes(seal(value, **PLACE), **PLACE) == value
