"""A small questionnaire and estimates, for the tests of pictures and tables."""

import polars as pl

from pipeline.codebooks.codebook import Category, Codebook, Columns, Item, Net, Variable
from pipeline.results import ESTIMATES

AGREEMENT = {
    "strongly_agree": Category(1, {"da": "Meget enig", "en": "Strongly agree"}, score=5),
    "agree_somewhat": Category(2, {"da": "Overvejende enig"}, score=4),
    "neither": Category(3, {"da": "Hverken enig eller uenig", "en": "Neither"}, score=3),
    "disagree_somewhat": Category(4, {"da": "Overvejende uenig"}, score=2),
    "strongly_disagree": Category(5, {"da": "Meget uenig"}, score=1),
    "dont_know": Category(6, {"da": "Ved ikke", "en": "Don't know"}, missing=True),
    "not_relevant": Category(7, {"da": "Ikke relevant"}, missing=True),
}
NETS = {
    "agree": Net({"da": "Enig", "nb": "Enig", "en": "Agree"}, ("strongly_agree", "agree_somewhat")),
    "disagree": Net({"da": "Uenig"}, ("disagree_somewhat", "strongly_disagree")),
}
YES_NO = {
    "yes": Category(1, {"da": "Ja", "en": "Yes"}),
    "no": Category(2, {"da": "Nej", "en": "No"}),
}
LONG = "Medarbejderes og frivilliges åbenhed over for socialpsykiatrisamarbejdspartneres nye idéer"


def _variable(name, kind, label, items=None, categories=None, nets=None):
    labelled = {item: Item({"da": words}) for item, words in (items or {"": ""}).items()}
    return Variable(name, kind, {}, {"da": label}, labelled, categories or {}, nets or {})


VARIABLES = [
    _variable("innovated", "single", "Nye løsninger", categories=YES_NO),
    _variable(
        "org_type",
        "single",
        "Organisationstype",
        categories={
            "social_service": Category(
                1,
                {"da": "Socialt tilbud", "en": "Social service"},
                {"da": "sociale tilbud", "en": "social services"},
            ),
            "volunteer": Category(
                2,
                {"da": "Frivillig forening", "en": "Association"},
                {"da": "frivillige foreninger", "en": "associations"},
            ),
        },
    ),
    _variable(
        "changes",
        "battery",
        "Hvad der var anderledes",
        {"users": "Flere brugere var med", "staff": LONG, "board": "Bestyrelsen var mere med"},
        AGREEMENT,
        NETS,
    ),
    _variable("types", "multiple", "Typer", {"new": "Nyt", "other": "Andet"}, YES_NO),
]
CODEBOOK = Codebook(
    "small", "2020", ("da", "en"), Columns(), {variable.name: variable for variable in VARIABLES}
)


def estimates(*rows: dict[str, object], **common: object) -> pl.DataFrame:
    """Rows of estimates; what a row does not say is empty, and shares have a margin of 0.05."""

    def filled(row: dict[str, object]) -> dict[str, object]:
        text = {name: "" for name, kind in ESTIMATES.items() if kind == pl.String()}
        given = {"group": "all", "statistic": "share", "base_n": 100, "suppressed": False}
        row = text | given | common | row
        share = row["estimate"]
        interval = {"ci_low": share - 0.05, "ci_high": share + 0.05, "margin": 0.05}
        return dict.fromkeys(ESTIMATES) | interval | row

    return pl.DataFrame([filled(row) for row in rows], schema=ESTIMATES)


def shares(group: str = "all", item: str = "", **by_category: float) -> list[dict[str, object]]:
    """Rows of one group and item."""
    return [
        {"group": group, "item": item, "category": name, "estimate": share}
        for name, share in by_category.items()
    ]
