"""What of a wave is not translated: shown in another language, and said so."""

import pytest

from pipeline.pages.translations import translation_notice, untranslated
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs


def lacking(places: Places, language: str) -> list[str]:
    """The Danish words for what a language lacks."""
    codebook, wave = read_inputs(places)
    return [
        words["da"]
        for words in untranslated(codebook, wave, read_plan(places.plan, codebook), language)
    ]


def test_a_wave_with_all_labels_lacks_nothing(tiny_wave: Places) -> None:
    assert lacking(tiny_wave, "en") == []
    assert lacking(tiny_wave, "da") == []


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("codebook", "{da: Meget enig, en: Strongly agree}", "{da: Meget enig}", "Meget enig"),
        ("codebook", "{da: foreninger, en: clubs}", "{da: foreninger}", "foreninger"),
        ("codebook", "{da: Enige i alt, en: Agree in all}", "{da: Enige i alt}", "Enige i alt"),
        ("codebook", "{da: En virksomhed, en: A firm}", "{da: En virksomhed}", "En virksomhed"),
        ("wave_settings", ", en: Web survey", "", "Spørgeskema på nettet"),
        ("plan", "{da: Svar, en: Response}", "{da: Svar}", "Svar"),
    ],
)
def test_each_label_that_lacks_counts_once(
    path: str, old: str, new: str, expected: str, tiny_copy: Places
) -> None:
    file = getattr(tiny_copy, path)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert lacking(tiny_copy, "en") == [expected]


def test_the_notice_counts_and_names_the_language() -> None:
    word = {"da": "Ja"}
    assert translation_notice((), "en") == ""
    assert translation_notice((word,), "en") == (
        "One text has not been translated yet and is shown in Danish."
    )
    assert translation_notice((word, word), "nb") == (
        "2 tekster er ennå ikke oversatt og vises på dansk."
    )
