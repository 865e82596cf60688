"""A YAML text in which single entries change, and every other character stays as it was; pure.

Comments, quotes and line breaks are a person's: a file that is written anew from its values
loses them, so entries are replaced, added and taken out where they stand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import yaml

from pipeline.documents import Place
from pipeline.drafting.yaml_values import comment, folded, scalar
from pipeline.errors import DraftError


@dataclass(frozen=True)
class _Entry:
    """An entry of a mapping: where its key begins, its value, and the mapping that holds it."""

    start: int
    key_end: int
    column: int
    value: yaml.Node
    parent: yaml.MappingNode


class DocumentEdits:
    """Changes to one document; `text` gives the document with all of them."""

    def __init__(self, text: str, name: str) -> None:
        """Raises `DraftError` for a text with aliases, whose entries stand in several places."""
        self._text = text if text.endswith("\n") else text + "\n"
        self._entries: dict[Place, _Entry] = {}
        self._changes: list[tuple[int, int, str]] = []
        node = yaml.compose(self._text, Loader=yaml.SafeLoader)
        seen: set[int] = set()
        for place, entry in _entries(node, ()):
            if id(entry.value) in seen:
                raise DraftError(
                    f"{name}, {'.'.join(map(str, place))}: an alias (*) stands there; write out "
                    "what it stands for, and run again"
                )
            seen.add(id(entry.value))
            self._entries[place] = entry

    def __contains__(self, place: Place) -> bool:
        return place in self._entries

    def replace(self, place: Place, value: str) -> None:
        """Write another value, given as YAML."""
        entry = self._entries[place]
        node = entry.value
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            # Indented lines below the key give way to a value behind it.
            self._changes.append((entry.key_end, self._end(node), f": {value}"))
        else:
            self._changes.append((node.start_mark.index, self._end(node), value))

    def write(self, place: Place, text: str) -> None:
        """Write another text, folded over lines where the text before was."""
        entry = self._entries[place]
        if isinstance(entry.value, yaml.ScalarNode) and entry.value.style == ">":
            self.replace(place, folded(text, entry.column + 2))
        else:
            self.replace(place, scalar(text, in_braces=bool(entry.parent.flow_style)))

    def replace_word(self, place: Place, word: str, other: str) -> None:
        """Write another word wherever a value has it; quotes and line breaks stay."""
        node = self._entries[place].value
        start, end = node.start_mark.index, self._end(node)
        written = re.sub(rf"\b{re.escape(word)}\b", other, self._text[start:end])
        self._changes.append((start, end, written))

    def remove(self, place: Place) -> None:
        """Take an entry out, with the comment that stands right above it.

        A comment after a blank line is a heading for what follows it, and stays.
        """
        entry = self._entries[place]
        if entry.parent.flow_style:
            self._changes.append((*self._flow_span(entry), ""))
            return
        start, end = self._lines(entry)
        above = self._comments_above(start)
        if not self._is_blank_before(above):
            start = above
        # What is taken out leaves one blank line between its neighbours, not two.
        if self._is_blank_before(start) and self._text.startswith("\n", end):
            end += 1
        self._changes.append((start, end, ""))

    def comment_out(self, place: Place, why: str) -> None:
        """Turn an entry into a comment, below a line that says why."""
        entry = self._entries[place]
        start, end = self._lines(entry)
        indent = " " * entry.column
        lines = self._text[start:end].splitlines()
        commented = [f"{indent}# {line[entry.column :]}".rstrip() for line in lines]
        self._changes.append((start, end, "\n".join([indent + comment(why), *commented, ""])))

    def add_after(self, place: Place, lines: Sequence[str]) -> None:
        """Add lines of YAML behind an entry, in its own mapping; in braces they are joined."""
        entry = self._entries[place]
        if entry.parent.flow_style:
            end = self._end(entry.value)
            self._changes.append((end, end, "".join(f", {line.strip()}" for line in lines)))
            return
        end = self._lines(entry)[1]
        self._changes.append((end, end, _indented(lines, entry.column)))

    def add_before(self, place: Place, lines: Sequence[str]) -> None:
        """Add lines above the line of an entry and its comments."""
        start = self._line_start(self._entries[place].start)
        line = self._text[start:]
        above = self._comments_above(start)
        self._changes.append((above, above, _indented(lines, len(line) - len(line.lstrip(" ")))))

    def add_last(self, place: Place, lines: Sequence[str]) -> None:
        """Add lines below all that a mapping holds, comments included; `()` is the document."""
        if not place:
            self._changes.append((len(self._text), len(self._text), _indented(lines, 0)))
            return
        entry = self._entries[place]
        held = [one.column for inner, one in self._entries.items() if inner[:-1] == place]
        column = held[0] if held else entry.column + 2
        end = self._lines(entry)[1]
        while (line := self._text[end:].partition("\n")[0]).lstrip().startswith("#"):
            if len(line) - len(line.lstrip()) < column:
                break
            end += len(line) + 1
        self._changes.append((end, end, _indented(lines, column)))

    def is_in_braces(self, place: Place) -> bool:
        """Whether a mapping is written on one line, where no comments can stand."""
        node = self._entries[place].value if place else None
        return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)

    def text(self) -> str:
        """The document with all changes; what is changed inside of what is taken out is gone."""
        parts, reached = [], 0
        for start, end, value in sorted(self._changes, key=lambda change: change[:2]):
            if start < reached:
                reached = max(reached, end)
                continue
            parts += [self._text[reached:start], value]
            reached = end
        return "".join([*parts, self._text[reached:]])

    def _lines(self, entry: _Entry) -> tuple[int, int]:
        """From the line of the key to the one behind the value, comments at its end included."""
        return self._line_start(entry.start), self._text.index("\n", self._end(entry.value)) + 1

    def _end(self, node: yaml.Node) -> int:
        """Where a value ends: marks of indented blocks reach on to what follows."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(node, yaml.MappingNode) else last)
        start = int(node.start_mark.index)
        return start + len(self._text[start : node.end_mark.index].rstrip())

    def _is_blank_before(self, start: int) -> bool:
        return start > 0 and self._text[self._line_start(start - 1) : start].isspace()

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _comments_above(self, start: int) -> int:
        while start > 0:
            previous = self._line_start(start - 1)
            if not self._text[previous:start].lstrip().startswith("#"):
                break
            start = previous
        return start

    def _flow_span(self, entry: _Entry) -> tuple[int, int]:
        """An entry in braces with the comma behind it; of the last one, the comma before it."""
        keys = [key for key, _ in entry.parent.value]
        for key, following in pairwise(keys):
            if key.start_mark.index == entry.start:
                return entry.start, following.start_mark.index
        others = [value for _, value in entry.parent.value[:-1]]
        return (self._end(others[-1]) if others else entry.start), self._end(entry.value)


def _entries(node: yaml.Node | None, place: Place) -> Iterator[tuple[Place, _Entry]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            mark = key.start_mark
            yield (
                (*place, key.value),
                _Entry(mark.index, key.end_mark.index, mark.column, value, node),
            )
            yield from _entries(value, (*place, key.value))


def _indented(lines: Sequence[str], column: int) -> str:
    return "".join(f"{' ' * column}{line}".rstrip() + "\n" for line in lines)
