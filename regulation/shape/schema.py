"""The JSON Schema of a rule file, made from what each block tells of its fields. It reads no file."""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Any, Final

import regulation.vocabulary.conditions  # noqa: F401 - declares the kinds of conditions
from regulation.files.lexicon import LISTS, OWN_LISTS
from regulation.files.table import MAX_EUROS, MAX_TEXT
from regulation.shape.case_shape import KEYED, Case, Claim, Expect, Facts
from regulation.shape.schema_forms import (
    DATE,
    Schema,
    bounds,
    code,
    codes,
    day,
    list_of,
    name,
    named,
    number,
    table,
    text,
    whole,
)
from regulation.vocabulary.blocks import Article, Condition, Question
from regulation.vocabulary.rules import RuleSet, Scheme, Series
from regulation.vocabulary.spec import Form, Spec, specs_of

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def rule_file_schema() -> Schema:
    """What a rule file may hold, for editors and validators; the checker also judges what it says."""
    made = Definitions()
    head = made.properties(RuleSet)
    properties = {
        "format": {"const": 1, "description": "The format of this file."},
        **head,
        "articles": named(made.ref(Article)),
        "terms": _terms(),
        "questions": named(made.ref(Question)),
        "series": named(_series(made)),
        "conditions": named(made.ref(Condition)),
        "schemes": named(made.ref(Scheme), least=1),
        "case_facts": made.ref(Facts),
        "cases": list_of(made.ref(Case)),
    }
    required = ["format", *made.required(RuleSet), "schemes"]
    whole_file = table(properties, required, "One version of one regulation, in TOML.")
    return {
        "$schema": DRAFT,
        "title": "A regulation of the Culture Fund, format 1",
        **whole_file,
        "$defs": dict(sorted(made.found.items())),
    }


def schema_text() -> str:
    """The same as text, for a file."""
    return json.dumps(rule_file_schema(), indent=2, ensure_ascii=False) + "\n"


def _terms() -> Schema:
    """The file's own words."""
    mapped: dict[str, Schema] = {}
    for of, terms in LISTS.items():
        one = {"enum": sorted(terms)}
        mapped[of] = {
            "type": "object",
            "additionalProperties": {"anyOf": [one, list_of(one, least=1)]},
        }
    listed: dict[str, Schema] = {of: list_of({"type": "string"}) for of in OWN_LISTS}
    return table({**mapped, **listed}, (), "Words of this file, and the codes that they stand for.")


def _series(made: "Definitions") -> Schema:
    columns = {"^(value|each|[0-9]{1,2})$": number(MAX_EUROS)}
    known = {word: number(MAX_EUROS) for word in LISTS["leefloon_categories"]}
    figure = table({"from": DATE, **known}, ("from",), "Figures from a day on.")
    figure["patternProperties"] = columns
    properties = {**made.properties(Series), "figures": list_of(figure)}
    return table(properties, made.required(Series), described(Series))


def described(of: type) -> str:
    """What a block says of itself, on one line."""
    return " ".join((of.__doc__ or "").split())


class Definitions:
    """The definitions of all blocks that were referred to."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def ref(self, of: type) -> Schema:
        """A reference to a block; of a base with kinds, to all of its kinds."""
        if of.__name__ not in self.found:
            self.found[of.__name__] = {}
            kinds: Mapping[str, type] = vars(of).get("kinds", {})
            self.found[of.__name__] = self._one_of(of, kinds) if kinds else self._block(of)
        return {"$ref": f"#/$defs/{of.__name__}"}

    def _one_of(self, of: type, kinds: Mapping[str, type]) -> Schema:
        for word, one in kinds.items():
            block = self._block(one)
            block["properties"] = {"kind": {"const": word}, **block["properties"]}
            block["required"] = ["kind", *block["required"]]
            self.found[one.__name__] = block
        refs = [{"$ref": f"#/$defs/{one.__name__}"} for one in kinds.values()]
        return {
            "description": described(of),
            "required": ["kind"],
            "properties": {"kind": {"enum": list(kinds)}},
            "oneOf": refs,
        }

    def _block(self, of: type) -> Schema:
        properties = self.properties(of)
        if of is Facts:
            properties |= {**_keyed(properties), "answers": {"type": "object"}}
        return table(properties, self.required(of), described(of)) | SAYS_MORE.get(of, {})

    def properties(self, of: type) -> dict[str, Schema]:
        """The fields of a block by their words."""
        defaults = {one.name: one.default for one in fields(of)}
        return {
            told.key: _with_default(_form(told, defaults[name], self), defaults[name])
            for name, told in specs_of(of).items()
        }

    def required(self, of: type) -> list[str]:
        """The words that a block cannot do without."""
        return [told.key for told in specs_of(of).values() if told.required]


def _form(told: Spec, default: Any, made: Definitions) -> Schema:
    """A list that may be unknown may be empty too: then nothing of it is known."""
    schema = FORMS[told.form](told, made)
    may_be_empty = default is None and told.form in (Form.CODES, Form.NAMES)
    return {**schema, "minItems": 0} if may_be_empty else schema


def _keyed(properties: Mapping[str, Schema]) -> dict[str, Schema]:
    """Words with values, or the list of tables that says the same."""
    values = {"since": DATE, "amount": number(MAX_EUROS, "In euro, without quotes.")}
    return {
        key: {"anyOf": [{"type": "object", "additionalProperties": values[of]}, properties[key]]}
        for key, (_word, of) in KEYED.items()
    }


def _with_default(schema: Schema, default: Any) -> Schema:
    says_something = default is not MISSING and default not in (None, "", ())
    return {**schema, "default": default} if says_something else schema


def _choice(told: Spec, made: Definitions) -> Schema:
    words: type[StrEnum] = told.of
    return {"enum": [one.value for one in words], "description": described(words)}


def _codes(told: Spec, made: Definitions) -> Schema:
    if told.of == "facts":
        return list_of({"enum": [*sorted(made.properties(Facts)), "answers"]}, least=1)
    if told.of == "asked":
        return list_of(text(told.most or MAX_TEXT), least=1)
    return codes(told.of)


def _blocks(told: Spec, made: Definitions) -> Schema:
    one = made.ref(told.of)
    return {"anyOf": [one, list_of(one)]}


# What the fields of these do not say by themselves.
SAYS_MORE: Final[Mapping[type, Schema]] = {
    Claim: {"oneOf": [{"required": ["granted"]}, {"required": ["open"]}]},
    Expect: {"minProperties": 1},
}
# A form of a field is told here, and read in fields.py; there is no third place.
FORMS: Final[Mapping[Form, Callable[[Spec, Definitions], Schema]]] = {
    Form.TEXT: lambda told, made: text(told.most),
    Form.FLAG: lambda told, made: {"type": "boolean"},
    Form.WHOLE: lambda told, made: whole(told.least, told.most),
    Form.EUROS: lambda told, made: number(told.most, "In euro, without quotes."),
    Form.PERCENT: lambda told, made: number(told.most, "A percentage, without quotes."),
    Form.DATE: lambda told, made: DATE,
    Form.CHOICE: _choice,
    Form.CODE: lambda told, made: code(told.of),
    Form.CODES: _codes,
    Form.NAME: lambda told, made: name(told.of),
    Form.NAMES: lambda told, made: list_of(name(told.of), least=1),
    Form.BOUNDS: lambda told, made: bounds(in_euros=told.of == "euros"),
    Form.DAY: lambda told, made: day(),
    Form.ARTICLE: lambda told, made: name("articles"),
    Form.BLOCK: lambda told, made: made.ref(told.of),
    Form.BLOCKS: _blocks,
    Form.NAMED: lambda told, made: named(made.ref(told.of)),
}
