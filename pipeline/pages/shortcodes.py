"""Quarto's short codes `include` and `var`, resolved before a renderer sees the page.

As in Quarto, an include stands alone on its line, and its path counts from the page (also in an
included file) or, with a leading slash, from the folder of the project. Short codes in code are
left alone, and `{{{< var x >}}}` comes out as `{{< var x >}}` everywhere.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.documents import nearest

FENCE = re.compile(r"^ {0,3}(?P<marks>`{3,}|~{3,})(?P<info>.*)$")
INCLUDE = re.compile(r"^\s*\{\{<\s*include\s+(?P<path>.+?)\s*>\}\}\s*$")
INLINE = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<literal>\{\{\{<.*?>\}\}\})"
    r"|\{\{<\s*(?P<name>[\w-]*)\s*(?P<argument>.*?)\s*>\}\}"
)

Read = Callable[[Path], str | None]


@dataclass(frozen=True)
class Line:
    """A line of a page after includes: its text, where it stands, and whether it is code.

    `entry` names the entry of a YAML file whose text it is.
    """

    text: str
    path: Path
    number: int
    code: bool
    entry: str = ""

    @property
    def where(self) -> str:
        """File, line and entry, for a message."""
        return f"{self.path}, line {self.number}" + (self.entry and f", {self.entry}")


@dataclass(frozen=True)
class Resolved:
    """A page with its short codes replaced, and what could not be replaced."""

    text: str
    problems: tuple[str, ...]


def resolved(page: Path, project: Path, variables: Mapping[str, Any], read: Read) -> Resolved:
    """The page with includes and variables in place; `read` gives a file's text, or None."""
    problems: list[str] = []
    lines = tuple(included(page, page.parent, project, read, problems))
    text = "\n".join(_line(line, variables, problems) for line in lines)
    return Resolved(text + "\n", tuple(problems))


def included(
    path: Path,
    folder: Path,
    project: Path,
    read: Read,
    problems: list[str],
    within: tuple[Path, ...] = (),
) -> Iterator[Line]:
    """The lines of a page and of what it includes; messages about missing files in `problems`."""
    for line in lines_of(read(path) or "", path):
        include = None if line.code else INCLUDE.match(line.text)
        if include is None:
            yield line
            continue
        name = include["path"].strip("\"'")
        target = project / name.lstrip("/") if name.startswith("/") else folder / name
        if target in (*within, path):
            problems.append(f"{line.where}: {name} includes itself; take one include out")
        elif read(target) is None:
            problems.append(
                f"{line.where}: the included file {target} does not exist; correct the name, or "
                "let the pipeline make it (a figure comes from figures.yml)"
            )
        else:
            yield from included(target, folder, project, read, problems, (*within, path))


def lines_of(text: str, path: Path = Path()) -> Iterator[Line]:
    """The lines of a text, without those of what it includes."""
    fence = ""
    for number, line in enumerate(text.splitlines(), start=1):
        fence, code = _fence(fence, line)
        yield Line(line, path, number, code)


def _fence(fence: str, text: str) -> tuple[str, bool]:
    """The open fence after this line (its marks, or nothing), and whether the line is code."""
    found = FENCE.match(text)
    if fence:
        closes = found and found["marks"].startswith(fence) and not found["info"].strip()
        return ("" if closes else fence), True
    opens = found and not (found["marks"][0] == "`" and "`" in found["info"])
    return (found["marks"], True) if found and opens else ("", False)


def _line(line: Line, variables: Mapping[str, Any], problems: list[str]) -> str:
    if line.code:
        return _literal(line.text)

    def replacement(match: re.Match[str]) -> str:
        if match["code"] or match["literal"]:
            return _literal(match[0])
        if match["name"] == "var":
            return _value(match["argument"], variables, line.where, problems)
        if match["name"] == "include":
            problems.append(f"{line.where}: give the include a line of its own")
        else:
            problems.append(
                f'{line.where}: there is no short code "{match["name"]}"; use include or var, or '
                "write {{{< ... >}}} to show it as it is"
            )
        return ""

    return INLINE.sub(replacement, line.text)


def _literal(text: str) -> str:
    return text.replace("{{{<", "{{<").replace(">}}}", ">}}")


def _value(key: str, variables: Mapping[str, Any], where: str, problems: list[str]) -> str:
    found: Any = variables
    for part in key.split("."):
        if not isinstance(found, Mapping) or part not in found:
            known = found.keys() if isinstance(found, Mapping) else ()
            problems.append(f'{where}: there is no variable {key}: "{part}"{nearest(part, known)}')
            return ""
        found = found[part]
    if isinstance(found, Mapping | list):
        problems.append(f"{where}: {key} is a group; name one value of it{nearest('', found)}")
        return ""
    return str(found)
