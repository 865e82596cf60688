"""The questions of the codebook before, as the new export has them; pure."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.documents import Place
from pipeline.drafting.columns import Column
from pipeline.drafting.comparison import Comparison
from pipeline.drafting.document_edits import DocumentEdits
from pipeline.drafting.entries import tick_lines
from pipeline.drafting.findings import CHECK, Finding
from pipeline.drafting.matching import Match
from pipeline.drafting.survey_names import short_label
from pipeline.drafting.wordings import SAME, plain, similarity, split_wording
from pipeline.drafting.yaml_values import comment

FILE = "codebook.yml"


def edit_columns(edits: DocumentEdits, comparison: Comparison, before: Codebook) -> list[Finding]:
    """Every question gets its column; a match that is not certain gets a comment."""
    findings = []
    for match in comparison.matches:
        place = question_place(match)
        variable = before.variables[match.variable]
        if match.column.name != variable.items[match.item].column:
            edits.write((*place, "column"), match.column.name)
        if match.doubt:
            # A statement has a line of its own; a question is told about at its column.
            line = place if match.item else (*place, "column")
            edits.add_before(line, [comment(f"{CHECK}{match.doubt}")])
            what = f'is column "{match.column.name}" this question? It was {match.doubt}'
            findings.append(Finding(FILE, place, what))
    return findings


def question_place(match: Match) -> Place:
    """Where the question of a match stands in the codebook."""
    place: Place = ("variables", match.variable)
    return (*place, "items", match.item) if match.item else place


def edit_ticks(edits: DocumentEdits, comparison: Comparison, before: Codebook) -> list[Finding]:
    """What ticked options hold, where the export writes it in another way than before."""
    findings = []
    for variable in before.variables.values():
        if variable.type != "multiple":
            continue
        columns = [one.column for one in comparison.matches if one.variable == variable.name]
        known = {*variable.ticked, *variable.not_ticked}
        if not any(set(column.labels or column.values) - known for column in columns):
            continue
        place: Place = ("variables", variable.name)
        lines = [*tick_lines(columns)]
        for line in lines:
            key, _, value = line.partition(": ")
            if (*place, key) in edits:
                edits.replace((*place, key), value)
            else:
                edits.add_before((*place, "items"), [line])
        if not lines:
            texts = ", ".join(f'"{text}"' for column in columns[:1] for text in column.values)
            what = f"which texts mean that an option was ticked? Found: {texts}"
            findings.append(Finding(FILE, place, what))
    return findings


def edit_wordings(
    edits: DocumentEdits,
    comparison: Comparison,
    earlier: Mapping[str, str],
    before: Codebook,
    language: str,
) -> list[Finding]:
    """Wordings as the export tells them, where the codebook and the export before have others."""
    findings = []
    for variable in before.variables.values():
        matches = [one for one in comparison.matches if one.variable == variable.name]
        told = [one for one in matches if one.column.question and _differs(one, variable, earlier)]
        if not told or variable.derivation:
            continue
        for place, old, later in _reworded(variable, told, len(matches), language):
            if place in edits:
                edits.write(place, later)
                _shorten_again(edits, place, old, later, variable, language)
                what = f'reworded: "{old}" is "{later}" in the export'
                findings.append(Finding(FILE, place, what + translated(before, language)))
    return findings


def _shorten_again(
    edits: DocumentEdits, place: Place, old: str, later: str, variable: Variable, language: str
) -> None:
    """Reword the label of a question, too, where it is its wording, or that shortened."""
    label: Place = ("variables", variable.name, "label", language)
    is_wording = variable.label.get(language) in (old, short_label(old))
    if place[2:] == ("text", language) and is_wording and label in edits:
        edits.write(label, short_label(later))


def _differs(match: Match, variable: Variable, earlier: Mapping[str, str]) -> bool:
    question, item = match.column.question, variable.items[match.item]
    texts = [*variable.text.values()]
    if plain(question) == plain(earlier.get(item.column or "", "")):
        return False
    if match.item:
        texts = [f"{text} {label}" for text in texts for label in item.label.values()]
        texts += item.label.values()
    return not any(plain(question) == plain(text) for text in texts)


def _reworded(
    variable: Variable, told: Sequence[Match], of: int, language: str
) -> Iterator[tuple[Place, str, str]]:
    """(place, wording before, wording now) of a question and its statements."""
    place: Place = ("variables", variable.name)
    text = variable.text.get(language, "")
    if not variable.has_items:
        yield (*place, "text", language), text, told[0].column.question
        return
    stems = {_parts(match, text)[0] for match in told} - {""}
    # The question above the statements was reworded where it is another one above all of them.
    if len(told) == of and len(stems) == 1 and (stem := stems.pop()) and plain(stem) != plain(text):
        yield (*place, "text", language), text, stem
    for match in told:
        label = variable.items[match.item].label.get(language, "")
        statement = _parts(match, text)[1]
        if statement and plain(statement) != plain(label):
            yield (*place, "items", match.item, "label", language), label, statement


def _parts(match: Match, text: str) -> tuple[str, str]:
    """The question above a statement, and the statement."""
    question = match.column.question
    if text and question.startswith(text):
        return text, question[len(text) :].strip(" -–—:/[]")
    stem, statement = split_wording(question)
    return (stem, statement) if statement else ("", question)


def translated(before: Codebook, language: str) -> str:
    """What to do about the languages that the export is not in."""
    others = [one for one in before.languages if one != language]
    return f"; add its words in {', '.join(others)}" if others else ""


def file_language(columns: Sequence[Column], before: Codebook) -> str:
    """The language of the codebook whose words the export holds most of; else the main one."""
    worded = [column.question for column in columns if column.question]
    held = {text for column in columns for text in (*column.labels.values(), *column.values)}

    def found(language: str) -> int:
        words = [*_words(before, language)]
        return sum(word in held for word in words) + sum(
            any(similarity(question, word) >= SAME for word in words) for question in worded
        )

    return max(before.languages, key=found)


def _words(before: Codebook, language: str) -> Iterator[str]:
    for variable in before.variables.values():
        yield from _of(variable.text, language)
        items = (item.label for item in variable.items.values())
        answers = (category.label for category in variable.categories.values())
        for label in (*items, *answers):
            yield from _of(label, language)


def _of(labels: Mapping[str, str], language: str) -> Iterator[str]:
    if language in labels:
        yield labels[language]
