"""YAML documents with the line of every entry, and complete messages about what is wrong in one."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.errors import PipelineError

Place = tuple[str | int, ...]


NAME = r"^[a-z][a-z0-9_]*$"
"""What names of variables, answers and figures look like: they become parts of keys and ids."""


class Record(BaseModel):
    """A frozen record read from a document; a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True)
class Document:
    """The values of a YAML file and the line on which each entry stands."""

    path: Path
    values: Any
    lines: Mapping[Place, int]

    def where(self, place: Place) -> str:
        """`file, line 12, variables.size` for the deepest known part of a place."""
        known = place
        while known and known not in self.lines:
            known = known[:-1]
        line = f", line {self.lines[known]}" if known in self.lines else ""
        entry = f", {'.'.join(str(part) for part in place)}" if place else ""
        return f"{self.path}{line}{entry}"


class _Loader(yaml.SafeLoader):
    """YAML 1.2's reading of booleans: `yes`, `no`, `on` and `off` are words."""


class _FastLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same by way of libyaml, where that is there: ten times as fast, with poorer messages."""


for _one in (_Loader, _FastLoader):
    _one.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    _one.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


QUOTES = "; put quotes around a text with signs such as ? : , { in it"
"""The usual cause: `{en: Are you sure?}` is no YAML, `{en: "Are you sure?"}` is."""


def read_document(path: Path, error: type[PipelineError]) -> Document:
    """Read a YAML mapping.

    Raises `error` when the file is missing, is no YAML, is no mapping or names a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise error(f"{path} does not exist; write it, or copy it from another wave") from None
    except UnicodeDecodeError as problem:
        raise error(f"{path} is not UTF-8 (byte {problem.start}); save it as UTF-8") from None
    lines: dict[Place, int] = {}
    try:
        loader, node = _parsed(text)
        values = _values(loader, node, (), lines, path, error) if node else None
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        what = getattr(problem, "problem", None) or " ".join(str(problem).split())
        hint = QUOTES if what.startswith("expected ',' or") else ""
        raise error(f"{path}{line}: no valid YAML: {what}{hint}") from None
    except RecursionError:
        raise error(f"{path}: an alias (*) stands inside what it refers to; write it out") from None
    if not isinstance(values, dict):
        raise error(f"{path} is empty or no mapping of keys to values")
    return Document(path, values, lines)


def _parsed(text: str) -> tuple[_Loader | _FastLoader, yaml.Node | None]:
    """The document by libyaml; where that finds a mistake, by PyYAML, which tells it better.

    PyYAML refuses some of what libyaml reads, as `[Why?]`. What it then says of a line above the
    mistake would be wrong.
    """
    fast = _FastLoader(text)
    try:
        return fast, fast.get_single_node()
    except (yaml.YAMLError, ValueError) as mistake:
        slow = _Loader(text)
        try:
            return slow, slow.get_single_node()
        except yaml.MarkedYAMLError as told:
            if isinstance(mistake, yaml.MarkedYAMLError) and _is_read(text, told.problem_mark):
                raise mistake from None
            raise


def _is_read(text: str, mark: yaml.Mark | None) -> bool:
    """Whether libyaml reads a text down to the line of a mark."""
    if mark is None:
        return False
    try:
        _FastLoader("".join(text.splitlines(keepends=True)[: mark.line + 1])).get_single_node()
    except (yaml.YAMLError, ValueError):
        return False
    return True


def _values(
    loader: _Loader | _FastLoader,
    node: yaml.Node,
    place: Place,
    lines: dict[Place, int],
    path: Path,
    error: type[PipelineError],
) -> Any:
    if isinstance(node, yaml.MappingNode):
        mapping: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            if not isinstance(key_node, yaml.ScalarNode):
                raise error(f"{path}, line {key_node.start_mark.line + 1}: a key must be a word")
            inner = (*place, key)
            line = key_node.start_mark.line + 1
            if key in mapping:
                raise error(
                    f"{path}, line {line}: {'.'.join(map(str, inner))} stands twice "
                    f"(first on line {lines[inner]}); remove one"
                )
            lines[inner] = line
            mapping[key] = _values(loader, value_node, inner, lines, path, error)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        values = []
        for position, item in enumerate(node.value):
            lines[(*place, position)] = item.start_mark.line + 1
            values.append(_values(loader, item, (*place, position), lines, path, error))
        return values
    try:
        return loader.construct_object(node, deep=True)
    except ValueError as problem:
        line = node.start_mark.line + 1
        raise error(f'{path}, line {line}: "{node.value}" is no date: {problem}') from None


def nearest(name: object, known: Iterable[object]) -> str:
    """`; did you mean "agree"?` when a known name is near, else the known names."""
    names = [str(one) for one in known]
    near = difflib.get_close_matches(str(name), names, n=1, cutoff=0.6)
    if near:
        return f'; did you mean "{near[0]}"?'
    return f"; known: {', '.join(names)}" if 0 < len(names) <= 20 else ""


def complaints(document: Document, problem: ValidationError, keys: Iterable[str]) -> list[str]:
    """One message for each thing that pydantic found, with its line and the nearest valid key."""
    known = sorted(set(keys))
    return [_complaint(document, dict(one), known) for one in problem.errors()]


def _complaint(document: Document, one: Mapping[str, Any], known: list[str]) -> str:
    place = _existing(document, one["loc"])
    where = document.where(place)
    if one["type"] == "extra_forbidden":
        return f"{where}: unknown key{nearest(one['loc'][-1], known)}"
    if one["type"] == "missing" and isinstance(one["loc"][-1], int):
        return f"{where}: needs {one['loc'][-1] + 1} entries"
    if one["type"] == "missing":
        return f'{where}: "{one["loc"][-1]}" is missing; add it'
    if one["type"] == "union_tag_not_found":
        return f'{where}: "type" is missing; add it'
    if one["type"] == "union_tag_invalid":
        context = one["ctx"]
        expected = context["expected_tags"].replace("'", "").split(", ")
        return f'{where}: unknown type "{context["tag"]}"{nearest(context["tag"], expected)}'
    if one["input"] is None:
        return f"{where}: is empty; write it"
    if expected := _expected(one, *_last_two(place)):
        return f"{where}: {expected} (found: {one['input']!r:.60})"
    message = one["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return f"{where}: {message[:1].lower()}{message[1:]} (found: {one['input']!r:.60})"


WORDS = {"text", "label", "plural", "title", "description", "population", "mode"}
"""Entries for readers, which are by language."""


def _last_two(place: Place) -> tuple[str, str]:
    """The names of an entry and of what it stands in; "" where there is none."""
    around, entry = ("", "", *map(str, place))[-2:]
    return entry, around


def _expected(one: Mapping[str, Any], entry: str, around: str) -> str:
    """What should stand there, in the words of whom writes it; "" where pydantic tells it well."""
    found = one["input"]
    match one["type"]:
        case "string_type" if isinstance(found, int | float):
            return f'a number is no text here; put it in quotes: "{found}"'
        case "dict_type" if "headline" in (entry, around):
            language = entry if re.fullmatch("[a-z]{2}", entry) else "en"
            return (
                "the wave whose numbers it states comes first, then the language, as "
                f'headline: {{"2024": {{{language}: ...}}}}'
            )
        case "dict_type" if isinstance(found, str) and entry in WORDS:
            return "words for readers stand under their language, as {en: ...}"
        case "dict_type":
            return "must be entries with names, as {name: ...}"
        case "tuple_type" | "list_type":
            return "must be a list, as [one, another]"
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return "must be a day, as 2024-03-01"
        case "string_too_short" if found == "":
            return "is empty; write it, or take the line out"
        case "float_parsing" | "int_parsing" | "float_type" | "int_type":
            return "must be a number"
        case "string_pattern_mismatch" if one["ctx"]["pattern"] == NAME:
            return "a name is small letters (a to z), digits and underscores, a letter first"
    return ""


def _existing(document: Document, location: Place) -> Place:
    """The place in the document; pydantic adds the tag of a union, which stands nowhere.

    The tag is what the record's own `type` says, and comes before any key of the record.
    """
    place: Place = ()
    values = document.values
    at_record = True
    for part in location:
        if at_record and isinstance(values, dict) and values.get("type") == part:
            at_record = False
        elif (*place, part) in document.lines:
            place, values, at_record = (*place, part), values[part], True
    return place
