"""Answers and labels as CSV, and what they mean as a Frictionless Data Package, version 2; pure.

The rules are those of https://datapackage.org/standard/data-package/ and table-schema/.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from pipeline.handing_on.columns import Column
from pipeline.handing_on.microdata import Microdata
from pipeline.releases.published_data import neutral

PROFILE = "https://datapackage.org/profiles/2.0/"
MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
FILE = "datapackage.json"
LABELS = ("column", "code", "label", "missing")


def answers_csv(data: Microdata) -> bytes:
    """The answers as codes, UTF-8."""
    return data.rows.write_csv().encode()


def labels_csv(data: Microdata) -> bytes:
    """One row a column and code: the label, and whether the code is no answer."""
    rows = [
        (one.name, code, neutral(label), code in one.missing)
        for one in data.columns
        for code, label in one.labels.items()
    ]
    schema = dict(zip(LABELS, (pl.String, pl.Int64, pl.String, pl.Boolean), strict=True))
    return pl.DataFrame(rows, schema=schema, orient="row").write_csv().encode()


def datapackage(data: Microdata, files: Mapping[str, bytes]) -> bytes:
    """The descriptor of a package whose first file holds the answers and whose second labels."""
    answers, *others = files
    resources = [
        _resource("answers", answers, files[answers], _schema(data)),
        *(_resource("labels", name, files[name], LABELS_SCHEMA) for name in others),
    ]
    package = {
        "$schema": f"{PROFILE}datapackage.json",
        "name": data.name.lower(),
        "title": data.title,
        "resources": resources,
        **(
            {"contributors": [{"title": data.publisher, "roles": ["publisher"]}]}
            if data.publisher
            else {}
        ),
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(
    name: str, path: str, content: bytes, schema: Mapping[str, object]
) -> dict[str, object]:
    kind = path.rpartition(".")[2]
    # The program of the standard's authors finds no size of a Parquet file, and refuses any.
    size = {} if kind == "parquet" else {"bytes": len(content)}
    return {
        "name": name,
        "type": "table",
        "path": path,
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        "encoding": "utf-8",
        **size,
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _schema(data: Microdata) -> dict[str, object]:
    return {
        "$schema": f"{PROFILE}tableschema.json",
        "fields": [_field(one) for one in data.columns],
        "primaryKey": [data.columns[0].name],
    }


LABELS_SCHEMA: Mapping[str, object] = {
    "$schema": f"{PROFILE}tableschema.json",
    "fields": [
        {"name": "column", "type": "string"},
        {"name": "code", "type": "integer"},
        {"name": "label", "type": "string"},
        {"name": "missing", "type": "boolean"},
    ],
    "primaryKey": ["column", "code"],
}


def _field(column: Column) -> dict[str, Any]:
    described = {"name": column.name, "title": column.short or column.label}
    if column.label != described["title"]:
        described["description"] = column.label
    return described | dict(_content(column))


def _content(column: Column) -> Iterator[tuple[str, object]]:
    """Type, answers that are possible, and the codes that are none."""
    if column.kind == "text":
        yield from (("type", "string"), ("constraints", {"required": True, "unique": True}))
        return
    yield "type", "number" if column.kind == "number" and not column.whole else "integer"
    if column.kind == "code" and column.answers:
        yield (
            "categories",
            [{"value": code, "label": text} for code, text in column.answers.items()],
        )
        yield "categoriesOrdered", column.measure == "ordinal"
        yield "constraints", {"enum": list(column.answers)}
    # As the cells are written: a number with decimals has one at least.
    form = "{}" if column.kind == "code" or column.whole else "{}.0"
    missing = [
        {"value": form.format(code), "label": column.labels[code]} for code in column.missing
    ]
    yield "missingValues", [{"value": "", "label": ""}, *missing]
