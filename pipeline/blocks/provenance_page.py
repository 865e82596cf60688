"""Where the numbers of a wave come from, for readers: files, rows by stage, versions; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from pipeline.blocks.quality import table
from pipeline.readers.export import Source
from pipeline.wording import languages
from pipeline.wording.numbers import whole

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "intro": "Tallene på disse sider er beregnet af filerne herunder. Hver fil har et "
        "fingeraftryk (SHA-256): ændres så meget som ét tegn, ændres det også. Den samme kode "
        "giver de samme tal af de samme filer.",
        "files": "Filer, som tallene er beregnet af",
        "file": "Fil",
        "bytes": "Bytes",
        "sha256": "SHA-256",
        "rows": "Fra rækker til tal",
        "stage": "Trin",
        "number": "Antal",
        "received": "Rækker modtaget",
        "accepted": "Besvarelser brugt",
        "rejected": "Rækker afvist",
        "values_rejected": "Enkelte svar afvist",
        "cells": "Celler talt op",
        "estimates": "Estimater",
        "tests": "Test",
        "versions": "Programmer",
        "program": "Program",
        "version": "Version",
        "code": "Kode (fingeraftryk)",
        "warnings": "Advarsler",
        "none": "Beregningen gav ingen advarsler.",
        "lonely": "Strata med kun én klynge: {}. Deres varians er et skøn, der snarere er for "
        "stort end for lille.",
    },
    "nb": {
        "intro": "Tallene på disse sidene er beregnet av filene nedenfor. Hver fil har et "
        "fingeravtrykk (SHA-256): endres så mye som ett tegn, endres det også. Den samme koden gir "
        "de samme tallene av de samme filene.",
        "files": "Filer som tallene er beregnet av",
        "file": "Fil",
        "bytes": "Byte",
        "sha256": "SHA-256",
        "rows": "Fra rader til tall",
        "stage": "Trinn",
        "number": "Antall",
        "received": "Rader mottatt",
        "accepted": "Besvarelser brukt",
        "rejected": "Rader avvist",
        "values_rejected": "Enkelte svar avvist",
        "cells": "Celler talt opp",
        "estimates": "Estimater",
        "tests": "Tester",
        "versions": "Programmer",
        "program": "Program",
        "version": "Versjon",
        "code": "Kode (fingeravtrykk)",
        "warnings": "Advarsler",
        "none": "Beregningen ga ingen advarsler.",
        "lonely": "Strata med bare én klynge: {}. Variansen deres er et anslag som heller er for "
        "stort enn for lite.",
    },
    "en": {
        "intro": "The numbers on these pages were computed from the files below. Each file has a "
        "fingerprint (SHA-256) that changes when so much as one character does. The same code "
        "gives the same numbers from the same files.",
        "files": "Files that the numbers were computed from",
        "file": "File",
        "bytes": "Bytes",
        "sha256": "SHA-256",
        "rows": "From rows to numbers",
        "stage": "Stage",
        "number": "Number",
        "received": "Rows received",
        "accepted": "Respondents used",
        "rejected": "Rows rejected",
        "values_rejected": "Single answers rejected",
        "cells": "Cells counted",
        "estimates": "Estimates",
        "tests": "Tests",
        "versions": "Programs",
        "program": "Program",
        "version": "Version",
        "code": "Code (fingerprint)",
        "warnings": "Warnings",
        "none": "The computation gave no warnings.",
        "lonely": "Strata with a single cluster: {}. Their variance is an upper estimate.",
    },
}


PART = 8
"""Characters of a checksum that stay together."""


@dataclass(frozen=True)
class Provenance:
    """What a wave was made of: files, rows in and out of the stages, code and libraries.

    The keys of `rows` are words of this page; `versions` are by the name of the program.
    """

    inputs: tuple[Source, ...]
    rows: Mapping[str, int]
    lonely_strata: int
    code: str
    versions: Mapping[str, str]


def provenance_html(provenance: Provenance, language: str) -> str:
    """The page's text as HTML; file names are escaped."""
    words = languages.in_language(WORDS, language)
    files = [
        _row(one.name, whole(one.size, language), _in_parts(one.sha256))
        for one in provenance.inputs
    ]
    rows = [_row(words[name], whole(count, language)) for name, count in provenance.rows.items()]
    versions = {words["code"]: provenance.code, **provenance.versions}
    programs = [_row(name, escape(version)) for name, version in versions.items()]
    lonely = words["lonely"].format(whole(provenance.lonely_strata, language))
    warning = lonely if provenance.lonely_strata else words["none"]
    return "\n".join(
        [
            f"<p>{words['intro']}</p>",
            table(words["files"], [words["file"], words["bytes"], words["sha256"]], files),
            table(words["rows"], [words["stage"], words["number"]], rows),
            table(words["versions"], [words["program"], words["version"]], programs),
            f"<p><strong>{words['warnings']}.</strong> {warning}</p>",
        ]
    )


def _in_parts(checksum: str) -> str:
    """Where a phone has no room for one line, it breaks between the parts."""
    parts = (checksum[start : start + PART] for start in range(0, len(checksum), PART))
    return f"<code>{'<wbr>'.join(parts)}</code>"


def _row(name: str, *cells: str) -> str:
    numbers = "".join(f'<td class="number">{cell}</td>' for cell in cells)
    return f'<tr><th scope="row">{escape(name)}</th>{numbers}</tr>'
