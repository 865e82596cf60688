"""What readers see of corrections: a notice on every page, and a list with the numbers; pure."""

from collections.abc import Sequence
from html import escape

import polars as pl

from pipeline.figures.findings import raw_block
from pipeline.figures.written import written
from pipeline.releases.changes import GONE
from pipeline.releases.corrections import Correction, words_of
from pipeline.wording.languages import in_language
from pipeline.wording.releases import WORDS, correction_notice, draft_notice


def release_notice(is_draft: bool, notes: Sequence[Correction], language: str) -> str:
    """The sentence that every page of a draft, or of a corrected wave, shows; else ''."""
    if is_draft:
        return draft_notice(language)
    return _said(notes[-1], language) if notes else ""


def corrections_block(notes: Sequence[Correction], replaced: pl.DataFrame, language: str) -> str:
    """Markdown: every correction, the newest first, with the estimates that it replaced.

    replaced: `release_files.REPLACED`. '' without a correction.
    """
    if not notes:
        return ""
    words = in_language(WORDS, language)
    entries = "".join(
        f"<p>{escape(_said(note, language))} {escape(words_of(note.why, language))}</p>\n"
        + _numbers(replaced.filter(correction=str(note.date)), language)
        for note in reversed(notes)
    )
    return f"## {words['title']}\n\n" + raw_block(f'<div class="corrections">\n{entries}</div>')


def _said(note: Correction, language: str) -> str:
    return correction_notice(note.date, words_of(note.what, language), language)


def _numbers(replaced: pl.DataFrame, language: str) -> str:
    """The estimates that read otherwise now; the rest stands in the released files."""
    words = in_language(WORDS, language)
    pairs = {
        row["key"]: tuple(
            _number(row[name], row["statistic"], language) for name in ("released", "now")
        )
        for row in replaced.filter(column="estimate").iter_rows(named=True)
    }
    lines = "".join(
        f'<tr><th scope="row"><code>{escape(key)}</code></th>'
        f"<td>{escape(before)}</td><td>{escape(now)}</td></tr>\n"
        for key, (before, now) in pairs.items()
        if before != now
    )
    if not lines:
        return ""
    head = "".join(f'<th scope="col">{words[name]}</th>' for name in ("key", "before", "now"))
    return (
        f"<details><summary>{words['numbers']}</summary>\n"
        f'<div class="table"><table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{lines}</tbody></table></div></details>\n"
    )


def _number(text: str, statistic: str, language: str) -> str:
    words = in_language(WORDS, language)
    if text == GONE:
        return words["gone"]
    return written(float(text), statistic, language) if text else words["hidden"]
