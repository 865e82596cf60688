"""How banner tables are read: the letters beside numbers, and the test below."""

from pipeline.wording.languages import in_language
from pipeline.wording.named_tests import CORRECTIONS
from pipeline.wording.sentences import sentence

TEST = {
    "da": "Testen nederst gælder alle svar på spørgsmålet.",
    "nb": "Testen nederst gjelder alle svar på spørsmålet.",
    "en": "The test at the bottom is of all answers to the question.",
}


def how_to_read(correction: str, level: str, language: str) -> str:
    """The sentences for a correction of `CORRECTIONS`, or none; `level` in words: "5 pct."."""
    method = CORRECTIONS.get(correction, "")
    letters = sentence(
        "letters_corrected" if method else "letters", language, method=method, level=level
    )
    return f"{letters} {in_language(TEST, language)}"
