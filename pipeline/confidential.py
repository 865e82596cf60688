"""What of the respondents of all waves must not be on the site, read from their databases."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.database import existing_database
from pipeline.loading.pseudonyms import LENGTH
from pipeline.pages.disclosures import Confidential, addresses_in, looked_for, plain
from pipeline.paths import Places
from pipeline.reading import every_wave
from pipeline.releases.kept_report import kept_answers

QUESTIONNAIRES = ("data/raw/*/*/codebook.yml", "data/raw/*/*/wave.yml", "reports/*/figures.yml")
WRITTEN = (*QUESTIONNAIRES, "reports/_quarto.yml", "reports/*/benchmarks.yml", "reports/**/*.qmd")


def confidential(root: Path) -> Confidential:
    """Pseudonyms and unreleased open answers of every wave that has its answers.

    What stands in a questionnaire or in a released answer as well is nobody's own.
    """
    every = list(every_wave(root))
    waves = [one for one in every if one.database.is_file()]
    released = [text for one in waves for text in _released(one)]
    released += [text for one in every for text in kept_answers(one)]
    known = plain("\n".join([*_texts(root, QUESTIONNAIRES), *released]))
    answers = {text: where for one in waves for text, where in _answers(one) if text not in known}
    return Confidential(
        {name: one.name for one in waves for name in _pseudonyms(one)},
        answers,
        addresses_in(_texts(root, WRITTEN)),
    )


def _texts(root: Path, patterns: Iterable[str]) -> Iterator[str]:
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            if "_made" not in path.parts:
                yield path.read_text(encoding="utf-8", errors="replace")


def _pseudonyms(places: Places) -> list[str]:
    with existing_database(places.database) as database:
        names = database.table("respondents")["pseudonym"].drop_nulls()
    return names.filter(names.str.len_chars() == LENGTH).to_list()


def _answers(places: Places) -> Iterator[tuple[str, str]]:
    """The beginning of each open answer that is long enough, and where it stands."""
    with existing_database(places.database) as database:
        rows = database.table("respondents").select("respondent", "row")
        answers = database.table("open_answers").join(rows, on="respondent")
    for variable, row, text in answers.select("variable", "row", "text").iter_rows():
        if beginning := looked_for(text):
            yield beginning, f"{places.name}, {variable}, row {row}"


def _released(places: Places) -> list[str]:
    with existing_database(places.database) as database:
        return database.query("released_answers")["text"].to_list()
