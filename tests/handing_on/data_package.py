"""The rules of a Data Package, version 2, as far as ours uses them, by hand as JSON Schema.

After https://datapackage.org/standard/data-package/, data-resource/ and table-schema/ and their
profiles at https://datapackage.org/profiles/2.0/. Properties that the standard does not name are
refused here, though it allows them: a misspelt one would be none.
"""

from typing import Any

TEXT = {"type": "string", "minLength": 1}
MISSING_VALUES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["value"],
        "properties": {"value": {"type": "string"}, "label": {"type": "string"}},
        "additionalProperties": False,
    },
}


def field(type_: str, values: dict[str, Any], constraints: dict[str, Any]) -> dict[str, Any]:
    """A field of one type, whose categories have values of that type."""
    return {
        "type": "object",
        "required": ["name", "type"],
        "properties": {
            "name": TEXT,
            "type": {"const": type_},
            "title": {"type": "string"},
            "description": {"type": "string"},
            "missingValues": MISSING_VALUES,
            "constraints": {
                "type": "object",
                "properties": {
                    "required": {"type": "boolean"},
                    "unique": {"type": "boolean"},
                    **constraints,
                },
                "additionalProperties": False,
            },
            **values,
        },
        "additionalProperties": False,
    }


CATEGORIES = {
    "categories": {
        "type": "array",
        "minItems": 1,
        "uniqueItems": True,
        "items": {
            "type": "object",
            "required": ["value"],
            "properties": {"value": {"type": "integer"}, "label": {"type": "string"}},
            "additionalProperties": False,
        },
    },
    "categoriesOrdered": {"type": "boolean"},
}
ENUM = {"enum": {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "integer"}}}
FIELD = {
    "oneOf": [
        field("string", {}, {}),
        field("integer", CATEGORIES, ENUM),
        field("number", {}, {}),
        field("boolean", {}, {}),
    ]
}
SCHEMA = {
    "type": "object",
    "required": ["fields"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/tableschema.json"},
        "fields": {"type": "array", "minItems": 1, "items": FIELD},
        "primaryKey": {"type": "array", "minItems": 1, "uniqueItems": True, "items": TEXT},
    },
    "additionalProperties": False,
}
RESOURCE = {
    "type": "object",
    "required": ["name", "path"],
    "properties": {
        "name": TEXT,
        "type": {"const": "table"},
        "path": {
            "type": "string",
            "pattern": r"^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*)$",
        },
        "format": TEXT,
        "mediatype": {"type": "string", "pattern": "^(.+)/(.+)$"},
        "encoding": TEXT,
        "bytes": {"type": "integer"},
        "hash": {"type": "string", "pattern": r"^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$"},
        "schema": SCHEMA,
    },
    "additionalProperties": False,
}
PACKAGE = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "required": ["resources"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "name": {"type": "string", "pattern": r"^[-a-z0-9._/]+$"},
        "title": TEXT,
        "contributors": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "title": TEXT,
                    "roles": {"type": "array", "minItems": 1, "items": TEXT},
                },
                "additionalProperties": False,
            },
        },
        "resources": {"type": "array", "minItems": 1, "items": RESOURCE},
    },
    "additionalProperties": False,
}
