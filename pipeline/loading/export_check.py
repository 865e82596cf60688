"""The export against the codebook: its columns, and the labels that the file itself tells."""

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.codebooks.tables import texts_of
from pipeline.documents import nearest
from pipeline.loading.received_rows import stored_columns
from pipeline.readers.export import Export
from pipeline.visible_text import visible
from pipeline.wave import Design

YAML_SPACES = {"\N{NO-BREAK SPACE}": r"\_", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
"""White space that a person takes for a space -> how YAML writes it in double quotes."""


def export_problems(export: Export, codebook: Codebook, design: Design) -> list[str]:
    """Everything in which the export and the codebook disagree, one message each."""
    return _column_problems(export, codebook, design) + _label_problems(export, codebook)


def _column_problems(export: Export, codebook: Codebook, design: Design) -> list[str]:
    received = export.rows.columns
    wanted = dict.fromkeys((*codebook.received_columns, *codebook.columns.named, *design.columns))
    unused = codebook.columns.unused
    name = export.sources[0].name
    missing = [column for column in wanted if column not in received] + [
        pattern for pattern in unused if not any(fnmatchcase(one, pattern) for one in received)
    ]
    extra = [
        column
        for column in received
        if column not in wanted and not any(fnmatchcase(column, pattern) for pattern in unused)
    ]
    return [
        *(
            f'{name}: column "{column}" is missing, which codebook.yml or wave.yml names; export '
            f"it again, or correct the file{_nearest(column, extra)}"
            for column in missing
        ),
        *(
            f'{name}: column "{column}" is not in codebook.yml; describe it there as a question, '
            'or list it under "columns": "personal" (never stored) or "unused"'
            for column in extra
        ),
        *(f"{name}: {problem}" for problem in _name_problems(export, codebook)),
    ]


def _nearest(column: str, received: Sequence[str]) -> str:
    """The received column that a name may mean; signs that nobody sees are told."""
    alike = [one for one in received if " ".join(one.split()) == " ".join(column.split())]
    if not alike:
        return nearest(column, received)
    written = "".join(YAML_SPACES.get(sign, sign) for sign in alike[0])
    return (
        "; the export has it with other spaces, some of which nobody sees; write it so, in double "
        f'quotes: "{written}"'
    )


def _name_problems(export: Export, codebook: Codebook) -> Iterator[str]:
    """Columns of options that a database cannot tell apart from others; the reader saw to those."""
    seen: dict[str, str] = {}
    made = [
        item.column or ""
        for variable in codebook.variables.values()
        for item in variable.items.values()
        if variable.joined
    ]
    for column in (*stored_columns(export, codebook), *made):
        name = column.lower()
        if name in seen:
            yield (
                f'column "{column}" differs from "{seen[name]}" in upper and lower case only; '
                "rename it in the survey tool, and export again"
            )
        seen[name] = column


def _label_problems(export: Export, codebook: Codebook) -> list[str]:
    """A code that means one thing in the export and another in the codebook."""
    problems = []
    for column, labels in export.labels.items():
        if column not in codebook.question_columns:
            continue
        variable, item = codebook.question_columns[column]
        if variable.type in ("number", "text"):
            continue
        place = f'{export.sources[0].name}, column "{column}" ({_named(variable, item)})'
        problems += _disagreements(labels, variable, item, place)
    return problems


def _disagreements(
    labels: Mapping[str, str], variable: Variable, item: str, place: str
) -> list[str]:
    texts = {_compared(text): category for text, category in texts_of(variable, item).items()}
    problems = []
    for code, label in labels.items():
        by_code = texts.get(_compared(code))
        by_label = texts.get(_compared(label))
        if variable.type == "multiple" or (by_code is not None and not _compared(label)):
            continue
        if by_code is None:
            problems.append(
                f'{place}: the export has code {code}, "{label}", which codebook.yml lacks; add it'
            )
        elif by_label != by_code:
            problems.append(
                f'{place}: code {code} is "{label}" in the export but '
                f'"{_label(variable, by_code)}" ({by_code}) in codebook.yml; '
                "correct the code, or add the label as an alias"
            )
    return problems


def _compared(text: str) -> str:
    """A label without capitals, wide spaces and signs that nobody sees."""
    return " ".join(visible(text).split()).casefold()


def _label(variable: Variable, category: str) -> str:
    """The label that the codebook has in its main language."""
    return next(iter(variable.categories[category].label.values()), "")


def _named(variable: Variable, item: str) -> str:
    return f"{variable.name}.{item}" if item else variable.name
