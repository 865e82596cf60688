"""What codebook.yml may say: one record for each kind of variable, as it is written."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pipeline.documents import NAME, Record

LabelText = Annotated[str, Field(min_length=1)]
Labels = dict[str, LabelText]
Name = Annotated[str, Field(pattern=NAME)]


class CategoryEntry(Record):
    code: int
    label: Labels
    plural: Labels = {}
    missing: bool | Literal["left_out"] = False
    score: float | None = None
    aliases: tuple[str, ...] = ()


class NetEntry(Record):
    label: Labels
    of: tuple[str, ...]


class ScaleEntry(Record):
    categories: dict[Name, CategoryEntry]
    nets: dict[Name, NetEntry] = {}
    unipolar: bool = False


class ItemEntry(Record):
    column: str
    label: Labels


class OptionEntry(Record):
    column: str | None = None
    label: Labels
    aliases: tuple[LabelText, ...] = ()
    other: bool = False


class _Described(Record):
    label: Labels
    sensitive: bool = False


class _Asked(_Described):
    text: Labels
    asked_if: dict[str, tuple[str, ...]] = {}


class _Coded(_Asked):
    scale: str | None = None
    categories: dict[Name, CategoryEntry] = {}
    nets: dict[Name, NetEntry] = {}
    unipolar: bool = False


class SingleEntry(_Coded):
    type: Literal["single"]
    column: str


class BatteryEntry(_Coded):
    type: Literal["battery"]
    items: dict[Name, ItemEntry]


class MultipleEntry(_Asked):
    type: Literal["multiple"]
    column: str | None = None
    joined_by: Annotated[str, Field(min_length=1)] | None = None
    items: dict[Name, OptionEntry]
    maximum: int | None = None
    ticked: tuple[str, ...] = ("1",)
    not_ticked: tuple[str, ...] = ("0",)
    missing: tuple[LabelText, ...] = ()


class NumberEntry(_Asked):
    type: Literal["number"]
    column: str
    unit: Labels = {}
    range: tuple[float | None, float | None] = (None, None)
    whole: bool = False
    thousands: Literal["", ".", ",", " ", "'"] = ""
    missing: tuple[LabelText, ...] = ()


class TextEntry(_Asked):
    type: Literal["text"]
    column: str


class ThemeEntry(Record):
    label: Labels
    description: Labels = {}
    key_words: dict[str, tuple[LabelText, ...]] = {}


class ThemesEntry(_Described):
    type: Literal["themes"]
    of: str
    coders: Annotated[tuple[LabelText, ...], Field(min_length=1)]
    themes: Annotated[dict[Name, ThemeEntry], Field(min_length=1)]


class GroupEntry(Record):
    label: Labels
    plural: Labels = {}
    of: tuple[str, ...] = ()
    range: tuple[float | None, float | None] | None = None


class RecodeEntry(_Described):
    type: Literal["recode"]
    of: str
    groups: dict[Name, GroupEntry]


class CrossEntry(_Described):
    type: Literal["cross"]
    of: tuple[str, str]


class CountEntry(_Described):
    type: Literal["count"]
    of: str
    items: tuple[str, ...] = ()
    categories: tuple[str, ...]


class MeanEntry(_Described):
    type: Literal["mean"]
    of: str
    items: tuple[str, ...] = ()


VariableEntry = Annotated[
    SingleEntry
    | BatteryEntry
    | MultipleEntry
    | NumberEntry
    | TextEntry
    | ThemesEntry
    | RecodeEntry
    | CrossEntry
    | CountEntry
    | MeanEntry,
    Field(discriminator="type"),
]


ColumnNames = Annotated[tuple[str, ...], BeforeValidator(lambda names: names or ())]
"""A list that somebody took the last name out of, and left its key, is empty."""


class FlagEntry(Record):
    column: str
    values: tuple[str, ...] = ()


class ColumnsEntry(Record):
    respondent: str | None = None
    completed: FlagEntry | None = None
    test: FlagEntry | None = None
    started: str | None = None
    finished: str | None = None
    personal: ColumnNames = ()
    unused: ColumnNames = ()


class CheckEntry(Record):
    label: Labels
    when: Annotated[dict[str, tuple[str, ...]], Field(min_length=1)]


class CodebookEntry(Record):
    """The whole file."""

    survey: Name
    wave: str
    languages: Annotated[tuple[str, ...], Field(min_length=1)]
    columns: ColumnsEntry = ColumnsEntry()
    scales: Mapping[Name, ScaleEntry] = {}
    variables: Annotated[dict[Name, VariableEntry], Field(min_length=1)]
    checks: dict[Name, CheckEntry] = {}


RECORDS: tuple[type[Record], ...] = (
    CategoryEntry,
    NetEntry,
    ScaleEntry,
    ItemEntry,
    OptionEntry,
    SingleEntry,
    BatteryEntry,
    MultipleEntry,
    NumberEntry,
    TextEntry,
    ThemeEntry,
    ThemesEntry,
    GroupEntry,
    RecodeEntry,
    CrossEntry,
    CountEntry,
    MeanEntry,
    FlagEntry,
    ColumnsEntry,
    CheckEntry,
    CodebookEntry,
)
KEYS = tuple(key for record in RECORDS for key in record.model_fields)
"""Every key that the file may hold, for naming the nearest."""
