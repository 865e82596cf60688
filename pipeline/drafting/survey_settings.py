"""wave.yml of a survey that nobody has described: its files, its days, its title; pure."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.drafting.findings import Finding
from pipeline.drafting.wave_draft import FILE, Received
from pipeline.drafting.yaml_values import labels, listed

YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def draft_settings(
    survey: str, wave: str, received: Received, language: str
) -> tuple[str, tuple[Finding, ...]]:
    """The text of wave.yml, and what a person should look at.

    Without dates in the export the fieldwork is the year that the name of the wave holds; this
    must then hold one.
    """
    first, last = received.fieldwork or _year(wave)
    words = survey.replace("_", " ")
    title = {language: f"{words[:1].upper()}{words[1:]} {wave}"}
    lines = [
        f"# The fieldwork of {survey} {wave}, drafted: docs/codebook.md explains each entry.",
        f"survey: {survey}",
        f'wave: "{wave}"',
        f"title: {labels(title)}",
        "# by the dates of the answers" if received.fieldwork else "# no column tells the days",
        f"fieldwork: {{from: {first.isoformat()}, to: {last.isoformat()}}}",
        f"export: {{format: {received.format}, files: {listed(received.files)}}}",
        "# Readers want to know, too:",
        f"# population: {{{language}: …}}",
        f"# mode: {{{language}: …}}",
        "# publisher: …",
        "# contact: …",
    ]
    return "\n".join(lines) + "\n", tuple(_findings(received, first, last, title[language]))


def has_year(wave: str) -> bool:
    """Whether the name of a wave tells its year."""
    return bool(YEAR.search(wave))


def _year(wave: str) -> tuple[date, date]:
    found = YEAR.search(wave)
    assert found, "a wave without dates is named with its year"
    year = int(found.group())
    return date(year, 1, 1), date(year, 12, 31)


def _findings(received: Received, first: date, last: date, title: str) -> Iterator[Finding]:
    yield Finding(FILE, ("title",), f'the title is "{title}"; write the one that readers know')
    days = f"{first.isoformat()} to {last.isoformat()}"
    why = "by the dates of the export" if received.fieldwork else "the whole year: no column tells"
    yield Finding(FILE, ("fieldwork",), f"fieldwork is {days}, {why}; check")
    what = "write the population, the mode, the publisher and a contact, where readers should know"
    yield Finding(FILE, ("export",), what)
