"""A small reader of SPSS syntax, after IBM's Command Syntax Reference, for the commands of a .sps.

A command ends with a period at the end of a line; a comment is a command that begins with a star; a
text stands between apostrophes, with those inside doubled, and on one line. Lines of a file that
runs in batch mode have at most 256 bytes.
"""

import re
from dataclasses import dataclass

BYTES_OF_A_LINE = 256
TOKEN = re.compile(r"'(?:[^']|'')*'|[A-Za-z@#$][\w.@#$]*|\d+|[/=\[\]]|\s+")


@dataclass(frozen=True)
class ResponseSet:
    """What MRSETS /MDGROUP defines."""

    name: str
    label: str
    variables: tuple[str, ...]
    counted: str


@dataclass(frozen=True)
class Syntax:
    """The file that is opened, the sets, and the variable that weights, or ''."""

    file: str
    sets: tuple[ResponseSet, ...]
    weight: str


def commands(text: str) -> list[list[str]]:
    """The tokens of each command, comments left out; raises ValueError for what is no syntax."""
    found: list[list[str]] = []
    lines: list[str] = []
    for line in text.removeprefix("\ufeff").splitlines():
        if len(line.encode()) > BYTES_OF_A_LINE:
            raise ValueError(f"a line of {len(line.encode())} bytes")
        lines.append(line)
        if line.rstrip().endswith("."):
            command = "\n".join(lines).rstrip()[:-1]
            lines = []
            if not command.startswith("*"):
                found.append(tokens(command))
    if lines:
        raise ValueError("the last command has no end")
    return found


def tokens(command: str) -> list[str]:
    """The words, texts and signs of a command."""
    found, place = [], 0
    while place < len(command):
        token = TOKEN.match(command, place)
        if token is None:
            raise ValueError(f"no syntax: {command[place : place + 20]!r}")
        if "\n" in token[0].strip():
            raise ValueError("a text over two lines")
        found.append(token[0])
        place = token.end()
    return [one for one in found if one.strip()]


def read_syntax(text: str) -> Syntax:
    """What the syntax of an export does; raises ValueError for any other command."""
    file, weight = "", ""
    sets = []
    for command in commands(text):
        match command:
            case ["GET", "FILE", "=", opened]:
                file = plain(opened)
            case ["WEIGHT", "BY", weight]:
                pass
            case ["MRSETS", *rest]:
                sets.append(response_set(rest))
            case _:
                raise ValueError(f"another command: {command}")
    return Syntax(file, tuple(sets), weight)


def response_set(rest: list[str]) -> ResponseSet:
    """One MRSETS with /MDGROUP and /DISPLAY, its keywords in the order of the reference."""
    places = [rest.index(key) for key in ("LABEL", "CATEGORYLABELS", "VARIABLES", "VALUE")]
    if places != sorted(places):
        raise ValueError("keywords in another order than that of the reference")
    label, categories, variables, value = places
    match rest[:label], rest[label:categories], rest[categories:variables], rest[value:]:
        case (
            ["/", "MDGROUP", "NAME", "=", name],
            ["LABEL", "=", words],
            ["CATEGORYLABELS", "=", "VARLABELS"],
            ["VALUE", "=", counted, "/", "DISPLAY", "NAME", "=", "[", shown, "]"],
        ) if shown == name and name.startswith("$") and len(name.encode()) <= 64:
            members = tuple(rest[variables + 2 : value])
            if len(members) < 2:
                raise ValueError("a set has two variables at least")
            return ResponseSet(name, plain(words), members, counted)
    raise ValueError(f"no set: {rest}")


def plain(text: str) -> str:
    """A text without its apostrophes."""
    if not text.startswith("'"):
        raise ValueError(f"no text: {text}")
    return text[1:-1].replace("''", "'")
