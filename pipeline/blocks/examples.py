"""Open answers that a person released for publication, each under its theme; pure."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

import polars as pl

from pipeline.codebooks.codebook import Variable, in_language
from pipeline.wording import languages
from pipeline.wording.labels import quoted
from pipeline.wording.numbers import listing

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "invented": "Svarene er opfundet til denne demonstration: ingen har skrevet dem.",
        "released": "Svarene er gengivet ordret. En person har læst hvert af dem og frigivet det "
        "til offentliggørelse.",
        "also": "Handler også om {themes}.",
    },
    "nb": {
        "invented": "Svarene er oppdiktet for denne demonstrasjonen: ingen har skrevet dem.",
        "released": "Svarene er gjengitt ordrett. En person har lest hvert av dem og frigitt det "
        "for publisering.",
        "also": "Handler også om {themes}.",
    },
    "en": {
        "invented": "The answers are invented for this demonstration: nobody wrote them.",
        "released": "The answers are given word for word. A person has read each of them and "
        "released it for publication.",
        "also": "Also about {themes}.",
    },
}


def examples_html(released: pl.DataFrame, variable: Variable, language: str, invented: bool) -> str:
    """The released answers as quotations under the theme that the coder wrote first.

    `released` as `sql/released_answers.sql` gives it; '' where nothing is released. Every text is
    escaped.
    """
    answers = [
        (coding[0], rows.sort("place"))
        for coding, rows in released.filter(variable=variable.name).group_by(
            "coding", maintain_order=True
        )
    ]
    answers.sort(key=lambda answer: int(str(answer[0])))
    if not answers:
        return ""
    words = languages.in_language(WORDS, language)
    parts = [f"<p>{escape(words['invented' if invented else 'released'])}</p>"]
    for theme in variable.items:
        under = [rows for _, rows in answers if rows["theme"][0] == theme]
        if under:
            parts += _theme(theme, under, variable, language)
    return '<div class="examples">\n' + "\n".join(parts) + "\n</div>"


def _theme(
    theme: str, answers: Sequence[pl.DataFrame], variable: Variable, language: str
) -> Iterator[str]:
    item = variable.items[theme]
    yield f"<h3>{escape(in_language(item.label, language))}</h3>"
    if item.description:
        yield f"<p>{escape(in_language(item.description, language))}</p>"
    for rows in answers:
        others = [in_language(variable.items[one].label, language) for one in rows["theme"][1:]]
        also = languages.in_language(WORDS, language)["also"]
        themes = listing([quoted(label, language) for label in others], language)
        small = f"<footer>{escape(also.format(themes=themes))}</footer>" if others else ""
        yield f"<blockquote><p>{escape(rows['text'][0])}</p>{small}</blockquote>"
