"""The address of a block as it stands in the address of a page, and back. It knows no block."""

import re

from regulation.shape.shape import TOP, Address

TOP_PATH = "top"


def path_of(address: Address) -> str:
    """A name may hold a stroke: it is written otherwise."""
    return "/".join(_coded(step) for step in address) or TOP_PATH


def address_of(path: str) -> Address:
    """The block that a page is about."""
    if path == TOP_PATH:
        return TOP
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in path.split("/"))


def anchor_of(address: Address) -> str:
    """Where a block stands on the page of its draft."""
    return "at-" + re.sub(r"[^A-Za-z0-9_]+", "-", path_of(address))


def _coded(step: str) -> str:
    return step.replace("~", "~0").replace("/", "~1")
