"""The rules that ship with the product, to read and to begin from. The regulation room stores none here."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from core.config import ROOT
from core.errors import NotThere
from regulation.files.reading import read_rule_set
from regulation.vocabulary.rules import RuleSet

FOLDERS = (ROOT / "regulation" / "example", ROOT / "regulation" / "published")


@cache
def shipped() -> Mapping[str, RuleSet]:
    """Every shipped rule by its name, in the order of their titles. Read once per process."""
    rules = [read_rule_set(text) for text in _texts().values()]
    return MappingProxyType({rule.rule_id: rule for rule in sorted(rules, key=_by_title)})


def shipped_rule(rule_id: str) -> RuleSet:
    """One of them; another name is NotThere."""
    rule = shipped().get(rule_id)
    if rule is None:
        raise NotThere
    return rule


def shipped_text(rule_id: str) -> str:
    """Its file, to begin a rule of one's own from; another name is NotThere."""
    shipped_rule(rule_id)
    return _texts()[rule_id]


@cache
def _texts() -> Mapping[str, str]:
    paths: list[Path] = [path for folder in FOLDERS for path in sorted(folder.glob("*.toml"))]
    return MappingProxyType({path.stem: path.read_text(encoding="utf-8") for path in paths})


def _by_title(rule: RuleSet) -> str:
    return rule.source.name.casefold()
