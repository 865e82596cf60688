"""A drawing as a value: boxes, words and lines at pixels, with roles for colours.

The origin is the upper left corner; x runs to the right and y down.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.charts.colours import Role
from pipeline.charts.lettering import CAPITAL_HEIGHT, LINE_HEIGHT, lines_within

Alignment = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Box:
    """A rectangle; `name` says which estimate it draws."""

    left: float
    top: float
    width: float
    height: float
    fill: Role
    outline: Role | None = None
    name: str = ""


@dataclass(frozen=True)
class Words:
    """One line of words, on a baseline."""

    text: str
    x: float
    baseline: float
    size: float
    colour: Role = Role.TEXT
    bold: bool = False
    align: Alignment = "left"


@dataclass(frozen=True)
class Line:
    """A straight line."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: Role
    thickness: float
    name: str = ""


@dataclass(frozen=True)
class Dot:
    """A filled circle around a point."""

    centre: tuple[float, float]
    radius: float
    fill: Role
    name: str = ""


Mark = Box | Words | Line | Dot


@dataclass(frozen=True)
class Drawing:
    """Marks on a canvas, in drawing order."""

    width: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Type:
    """A size and weight of letters."""

    size: float
    colour: Role = Role.TEXT
    bold: bool = False

    @property
    def line_height(self) -> float:
        """The height that a line takes."""
        return self.size * LINE_HEIGHT

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The text in lines of at most a width."""
        return lines_within(text, width, self.size, self.bold)

    def set(
        self, lines: Iterable[str], x: float, top: float, align: Alignment = "left"
    ) -> Iterator[Words]:
        """Lines below each other; the first one fills the line height that begins at `top`."""
        centred = (self.line_height + self.size * CAPITAL_HEIGHT) / 2
        for place, line in enumerate(lines):
            baseline = top + place * self.line_height + centred
            yield Words(line, x, baseline, self.size, self.colour, self.bold, align)

    def beside(self, text: str, x: float, middle: float, align: Alignment = "left") -> Words:
        """One line whose capitals are centred on a height."""
        baseline = middle + self.size * CAPITAL_HEIGHT / 2
        return Words(text, x, baseline, self.size, self.colour, self.bold, align)
