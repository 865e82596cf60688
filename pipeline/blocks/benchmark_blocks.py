"""Figures of other surveys beside ours, as blocks of a page; pure."""

from collections.abc import Mapping, Sequence
from html import escape

from pipeline.blocks.benchmarks import Benchmark, Beside, Source
from pipeline.codebooks.codebook import in_language
from pipeline.wording import languages
from pipeline.wording.numbers import percent, whole

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "uncertainty": "Usikkerheden går fra {low} til {high}, N\u00a0=\u00a0{n}.",
        "differs": "Kan ikke sammenlignes direkte.",
        "source": "Kilde.",
        "primary": "Tallet er læst hos udgiveren.",
        "computed": "Andelen er regnet ud her af antal, som er læst hos udgiveren.",
        "secondary": "Tallet er læst hos andre end udgiveren og er ikke efterprøvet i kilden.",
        "unverified": "Tallet er ikke efterprøvet i kilden.",
    },
    "nb": {
        "uncertainty": "Usikkerheten går fra {low} til {high}, N\u00a0=\u00a0{n}.",
        "differs": "Kan ikke sammenlignes direkte.",
        "source": "Kilde.",
        "primary": "Tallet er lest hos utgiveren.",
        "computed": "Andelen er regnet ut her av antall som er lest hos utgiveren.",
        "secondary": "Tallet er lest hos andre enn utgiveren og er ikke etterprøvd i kilden.",
        "unverified": "Tallet er ikke etterprøvd i kilden.",
    },
    "en": {
        "uncertainty": "The margin of error runs from {low} to {high}, N\u00a0=\u00a0{n}.",
        "differs": "Cannot be compared directly.",
        "source": "Source.",
        "primary": "The figure was read at the publisher.",
        "computed": "The share was computed here from counts read at the publisher.",
        "secondary": "The figure was read elsewhere than at the publisher, and not checked there.",
        "unverified": "The figure was not checked in the source.",
    },
}


def benchmarks_html(pairs: Sequence[Beside], ours: str, language: str) -> str:
    """A block for each figure; `ours` is what our survey is called."""
    return "\n".join(_block(pair, ours, language) for pair in pairs)


def _block(pair: Beside, ours: str, language: str) -> str:
    benchmark, words = pair.benchmark, languages.in_language(WORDS, language)
    return (
        '<section class="benchmark">\n'
        f"<h3>{escape(in_language(benchmark.title, language))}</h3>\n"
        '<dl class="beside">\n'
        f"{_ours(pair, ours, words, language)}{_theirs(benchmark, language)}</dl>\n"
        f"<p><strong>{words['differs']}</strong> "
        f"{escape(in_language(benchmark.differs, language))}</p>\n"
        f'<p class="source"><strong>{words["source"]}</strong> {_source(benchmark.source)} '
        f"{words[benchmark.sure]} {escape(in_language(benchmark.remark, language))}</p>\n"
        "</section>"
    )


def _ours(pair: Beside, ours: str, words: Mapping[str, str], language: str) -> str:
    estimate = pair.estimate
    details = [in_language(pair.benchmark.ours_of, language)]
    if estimate.low is not None and estimate.high is not None:
        low, high = (percent(one, language) for one in (estimate.low, estimate.high))
        base = whole(estimate.base_n, language)
        details.append(words["uncertainty"].format(low=low, high=high, n=base))
    return _survey(ours, percent(estimate.value or 0.0, language), details)


def _theirs(benchmark: Benchmark, language: str) -> str:
    name = f"{in_language(benchmark.survey, language)}, {benchmark.period}"
    share = percent(benchmark.value / 100, language)
    return _survey(name, share, [in_language(benchmark.value_of, language)])


def _survey(name: str, share: str, details: Sequence[str]) -> str:
    return (
        f"<div>\n<dt>{escape(name)}</dt>\n"
        f'<dd><span class="number">{escape(share)}</span> {escape(" ".join(details))}</dd>\n'
        "</div>\n"
    )


def _source(source: Source) -> str:
    title = escape(source.title)
    if source.address:
        title = f'<a href="{escape(source.address)}">{title}</a>'
    return f"{escape(source.author)} ({source.year}): {title}."
