"""The questionnaire as data: variables, items, categories, nets and routing, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.codebooks.conditions import Condition, Contradiction
from pipeline.errors import CodebookError

Labels = Mapping[str, str]
VariableType = Literal[
    "single",
    "battery",
    "multiple",
    "number",
    "text",
    "themes",
    "recode",
    "cross",
    "count",
    "mean",
]

TICKED = "yes"
NOT_TICKED = "no"
FINAL_CODER = "final"
"""Stands for the coder of what the coders agreed on in the end: comes before all of them."""
PROPOSED = "proposal"
"""Stands for the coder until a person accepts what the key words propose."""
NO_THEME = "none"
"""Written in place of themes when none of them fits an answer."""
RESPONDENT_CHECKS = ("speeders", "answers_alike", "straight_liners")
"""The checks of every wave that flag respondents; a codebook adds its contradictions."""
WHOLE_VARIABLE = ""
"""The item of a variable that has no items."""


def in_language(labels: Labels, language: str) -> str:
    """The label in a language, or in the first language that it has."""
    return labels.get(language) or next(iter(labels.values()), "")


@dataclass(frozen=True)
class Category:
    """One answer option; `left_out`: missing, and in no base, as user-missing values of SPSS."""

    code: int
    label: Labels
    plural: Labels = field(default_factory=dict)
    missing: bool = False
    score: float | None = None
    aliases: tuple[str, ...] = ()
    left_out: bool = False


def category_texts(category: Category) -> tuple[str, ...]:
    """What an export may hold for a category: its code, its labels and its aliases."""
    return (str(category.code), *dict.fromkeys((*category.label.values(), *category.aliases)))


@dataclass(frozen=True)
class Net:
    """Categories put together for reading."""

    label: Labels
    of: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """One statement of a battery, option of a multiple-response question or theme of open answers.

    A theme may have a description for those who code, and key words by language. An option of
    several in one cell may have aliases; `other` is the one for texts that are no option.
    """

    label: Labels
    column: str | None = None
    description: Labels = field(default_factory=dict)
    key_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    other: bool = False


def option_texts(item: Item) -> tuple[str, ...]:
    """What a cell may hold for an option: its labels and its aliases."""
    return tuple(dict.fromkeys((*item.label.values(), *item.aliases)))


@dataclass(frozen=True)
class Joined:
    """Several answers in one cell: the column of the export, and what stands between answers."""

    column: str
    separator: str


@dataclass(frozen=True)
class Group:
    """One group of a recode: categories or nets of its source, or a range of numbers."""

    of: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Derivation:
    """How a derived variable is made: of which questions (variable, item), and what of them."""

    sources: tuple[tuple[str, str], ...]
    groups: Mapping[str, Group] = field(default_factory=dict)
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Variable:
    """One question as analysed; `items` of a variable without items is one, named ''."""

    name: str
    type: VariableType
    text: Labels
    label: Labels
    items: Mapping[str, Item]
    categories: Mapping[str, Category] = field(default_factory=dict)
    nets: Mapping[str, Net] = field(default_factory=dict)
    asked_if: tuple[Condition, ...] = ()
    """Who was asked: those for whom all of these hold."""
    maximum: int | None = None
    unit: Labels = field(default_factory=dict)
    low: float | None = None
    high: float | None = None
    whole: bool = False
    thousands: str = ""
    """The sign between groups of three digits in the export; "" where there is none."""
    ticked: tuple[str, ...] = ()
    not_ticked: tuple[str, ...] = ()
    no_answer: tuple[str, ...] = ()
    """What a column holds instead of a number, or of a tick, where there is no answer."""
    joined: Joined | None = None
    """Of a multiple-response question with one column; its items' columns are made of that."""
    derivation: Derivation | None = None
    unipolar: bool = False
    """Whether scores run from nothing to much, and no middle parts two sides."""
    coders: tuple[str, ...] = ()
    """Of themes: who coded the answers; the first who coded an answer counts."""
    sensitive: bool = False
    """Whether an answer could harm whoever is recognised; also of what is derived from it."""

    @property
    def takes_several(self) -> bool:
        """Whether one respondent may have several of the items: ticks, or themes."""
        return self.type in ("multiple", "themes")

    @property
    def has_items(self) -> bool:
        return WHOLE_VARIABLE not in self.items

    @property
    def is_numeric(self) -> bool:
        return self.type in ("number", "count", "mean")

    @property
    def crossed(self) -> tuple[str, ...]:
        """The variables that a cross combines; none where it is no cross."""
        if self.type != "cross" or self.derivation is None:
            return ()
        return tuple(name for name, _ in self.derivation.sources)

    def category_names(self, name: str) -> tuple[str, ...]:
        """The categories behind a category or net; raises `KeyError` for an unknown name."""
        return self.nets[name].of if name in self.nets else (self._known(name),)

    def _known(self, name: str) -> str:
        if name not in self.categories:
            raise KeyError(name)
        return name

    def answer_label(self, name: str) -> Labels:
        """The labels of a category or net."""
        return self.nets[name].label if name in self.nets else self.categories[name].label


@dataclass(frozen=True)
class Flag:
    """A column whose listed texts mean something: completed, or a test answer.

    Without `values` any text does, as a time at which all answers were sent.
    """

    column: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Columns:
    """The columns of the export that are no questions."""

    respondent: str | None = None
    completed: Flag | None = None
    test: Flag | None = None
    started: str | None = None
    finished: str | None = None
    personal: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    """Names, or patterns such as `p_*`."""

    @property
    def named(self) -> tuple[str, ...]:
        """Every column named here, the unused ones excepted."""
        single = (self.respondent, self.started, self.finished)
        flags = (flag.column for flag in (self.completed, self.test) if flag)
        return (*(name for name in single if name), *flags, *self.personal)


@dataclass(frozen=True)
class Codebook:
    """One wave's questionnaire; variables in the order in which they were asked."""

    survey: str
    wave: str
    languages: tuple[str, ...]
    columns: Columns
    variables: Mapping[str, Variable]
    contradictions: Mapping[str, Contradiction] = field(default_factory=dict)
    """By name, which is none of `RESPONDENT_CHECKS`."""

    @property
    def language(self) -> str:
        """The main language."""
        return self.languages[0]

    @property
    def question_columns(self) -> Mapping[str, tuple[Variable, str]]:
        """Column -> variable and item; where answers are joined, columns that are made of one."""
        return {
            item.column: (variable, name)
            for variable in self.variables.values()
            for name, item in variable.items.items()
            if item.column
        }

    @property
    def received_columns(self) -> tuple[str, ...]:
        """The columns of the export that hold questions."""
        return tuple(
            dict.fromkeys(
                variable.joined.column if variable.joined else column
                for column, (variable, _) in self.question_columns.items()
            )
        )

    def question(self, reference: str) -> tuple[Variable, str]:
        """The variable and item of `variable` or `variable.item`.

        Raises `CodebookError` for an unknown name.
        """
        name, _, item = reference.partition(".")
        variable = self.variables.get(name)
        if variable is None or (item and item not in variable.items):
            raise CodebookError(f'there is no question "{reference}" in the codebook')
        return variable, item
