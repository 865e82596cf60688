"""What LimeSurvey itself calls answers and parts of questions, by language; data alone.

The words stand in labels and wordings of drafts only: nothing is recognised by them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The tool's own answers; rank and scale stand before a number."""

    yes: str
    no: str
    uncertain: str
    other: str
    comment: str
    increase: str
    same: str
    decrease: str
    female: str
    male: str
    rank: str
    scale: str


WORDS = {
    "en": Words(
        *("Yes", "No", "Uncertain", "Other", "Comment", "Increase", "Same", "Decrease"),
        *("Female", "Male", "Rank", "Scale"),
    ),
    "da": Words(
        *("Ja", "Nej", "Usikker", "Andet", "Kommentar", "Steget", "Uændret", "Faldet"),
        *("Kvinde", "Mand", "Plads", "Skala"),
    ),
    "nb": Words(
        *("Ja", "Nei", "Usikker", "Annet", "Kommentar", "Økt", "Uendret", "Redusert"),
        *("Kvinne", "Mann", "Plass", "Skala"),
    ),
    "nn": Words(
        *("Ja", "Nei", "Usikker", "Anna", "Kommentar", "Auka", "Uendra", "Redusert"),
        *("Kvinne", "Mann", "Plass", "Skala"),
    ),
    "sv": Words(
        *("Ja", "Nej", "Osäker", "Annat", "Kommentar", "Ökat", "Oförändrat", "Minskat"),
        *("Kvinna", "Man", "Plats", "Skala"),
    ),
    "de": Words(
        *("Ja", "Nein", "Unsicher", "Sonstiges", "Kommentar", "Zunahme", "Gleich", "Abnahme"),
        *("Weiblich", "Männlich", "Rang", "Skala"),
    ),
}
"""Language of the survey -> its words; of other languages codes stay as they are."""


def own_answers(type: str, words: Words) -> dict[str, str]:
    """The answers that a type of question has by itself: code -> label, in the tool's order."""
    return {
        "Y": {"Y": words.yes, "N": words.no},
        "C": {"Y": words.yes, "U": words.uncertain, "N": words.no},
        "E": {"I": words.increase, "S": words.same, "D": words.decrease},
        "G": {"F": words.female, "M": words.male},
    }.get(type, {})
