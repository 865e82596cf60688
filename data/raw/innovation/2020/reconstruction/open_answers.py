"""Open answers, put together from invented halves: nobody wrote them.

Each theme has things done and what came of them; a text joins one of each, and some texts tell of
something done under a second theme as well.
"""

import numpy as np

from . import pinned
from .chance import shuffled
from .respondents import Respondents

DONE = {
    "digital_change": (
        "Vi flyttede vores samtaler over på video",
        "Husmøderne blev holdt på skærm",
        "Vi åbnede en lukket gruppe på nettet",
        "Personalemøderne blev gjort digitale",
        "Vi lavede små film om hverdagen i huset",
        "Vi lånte tablets ud til dem, der manglede en",
        "Undervisningen blev lagt på nettet",
    ),
    "new_cooperation": (
        "Vi gik sammen med den lokale boligforening",
        "Vi lavede en fast aftale med naboens værested",
        "Vi delte vagter med et andet tilbud i kommunen",
        "Vi fik hjælp af en idrætsklub til at køre varer ud",
        "Vi mødtes hver uge med sundhedsplejen",
    ),
    "working_routines": (
        "Vi delte personalet i to faste hold",
        "Vi lagde vagtplanen helt om",
        "Vi skar ned på møder og brugte en tavle i stedet",
        "Vi skrev en kort vejledning for hver opgave",
    ),
    "new_culture": (
        "Vi blev enige om at prøve først og evaluere bagefter",
        "Alle måtte komme med forslag, også de nyeste",
        "Vi begyndte at sige højt, når noget gik skævt",
    ),
    "outreach_to_go": (
        "Vi pakkede poser med mad og opgaver, som kunne hentes ved døren",
        "Vi kørte rundt med kaffe og kage",
        "Vi afleverede kreative kasser hos familierne",
        "Vi flyttede rådgivningen ud i en gammel varevogn",
    ),
    "one_to_one": (
        "Vi erstattede grupperne med besøg hos én ad gangen",
        "Hver beboer fik sin egen faste aftale",
        "Vi lod frivillige følges med én person",
    ),
    "telephone": (
        "Vi ringede til alle medlemmer to gange om ugen",
        "Vi oprettede en aftentelefon",
        "Vi lavede en ringekæde mellem brugerne",
    ),
    "nature": (
        "Vi holdt samtalerne på gåture i skoven",
        "Vi flyttede værkstedet ud i haven",
        "Vi tog bålet og morgenmaden med på stranden",
    ),
}
RESULTS = (
    ", og flere end før er kommet med.",
    ", og det har givet mere ro.",
    ". Det bliver vi ved med.",
    " - det var lettere, end vi troede.",
    ", fordi vi ikke kunne mødes som før.",
    ", og både brugere og medarbejdere er glade for det.",
)
# What real answers have, too: separators, quotation marks, signs.
SPECIAL = {
    "digital_change": 'Vi kalder det "sofamødet": alle sidder hjemme; ingen skal køre.',
    "working_routines": "- faste grupper på < 6 personer, og rengøring to gange om dagen",
}


def draw_open_answers(respondents: Respondents) -> list[str]:
    """Texts ("" without), one entry a respondent."""
    texts = [""] * len(respondents)
    stopped = np.setdiff1d(respondents.answered_types, respondents.innovators)
    writers = shuffled("writers", list(respondents.innovators))
    chosen = shuffled("writers who stop", list(stopped))[: pinned.OPEN_ANSWERS_STOPPED]
    answers = shuffled("answers", list(open_answers()))
    chosen += writers[: len(answers) - len(chosen)]
    for place, text in zip(chosen, answers, strict=True):
        texts[place] = text
    return texts


def open_answers() -> dict[str, tuple[str, ...]]:
    """Text -> the one or two themes that it is about, the first of them in OPEN_ANSWERS."""
    themes: dict[str, tuple[str, ...]] = {}
    for theme, count in pinned.OPEN_ANSWERS.items():
        texts = [f"{done}{result}" for done in DONE[theme] for result in RESULTS]
        special = [SPECIAL[theme]] if theme in SPECIAL else []
        texts = special + shuffled(f"texts {theme}", texts)
        themes |= dict.fromkeys(texts[:count], (theme,))
    return _with_second_themes(themes)


def _with_second_themes(themes: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The answers, of which some also tell of something done under another theme."""
    plain = [text for text in themes if text not in SPECIAL.values()]
    longer = {}
    for text in shuffled("two themes", plain)[: pinned.SECOND_THEMES]:
        (theme,) = themes[text]
        done = next(done for done in DONE[theme] if text.startswith(done))
        second = shuffled(f"second {text}", [other for other in DONE if other != theme])[0]
        more = shuffled(f"more {text}", list(DONE[second]))[0]
        told = f"{done}, og {more[0].lower()}{more[1:]}{text.removeprefix(done)}"
        longer[text] = told, (theme, second)
    return dict(longer.get(text, (text, one)) for text, one in themes.items())
