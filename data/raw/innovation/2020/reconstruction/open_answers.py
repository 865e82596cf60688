"""Open answers, put together from invented halves: nobody wrote them.

Each theme has things done and what came of them; a text joins one of each.
"""

import numpy as np

from . import pinned
from .chance import shuffled
from .respondents import Respondents

THEMES = tuple(pinned.OPEN_ANSWERS)  # in the order of their codes, from 1

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


def draw_open_answers(respondents: Respondents) -> tuple[np.ndarray, np.ndarray]:
    """Texts ("" without) and theme codes (0 without), one entry a respondent."""
    texts = np.full(len(respondents), "", dtype=object)
    themes = np.zeros(len(respondents), dtype=int)
    stopped = np.setdiff1d(respondents.answered_types, respondents.innovators)
    writers = shuffled("writers", list(respondents.innovators))
    chosen = shuffled("writers who stop", list(stopped))[: pinned.OPEN_ANSWERS_STOPPED]
    answers = shuffled("answers", _answers())
    chosen += writers[: len(answers) - len(chosen)]
    for place, (theme, text) in zip(chosen, answers, strict=True):
        texts[place], themes[place] = text, THEMES.index(theme) + 1
    return texts, themes


def _answers() -> list[tuple[str, str]]:
    """A theme and a text for each open answer; no text twice."""
    answers = []
    for theme, count in pinned.OPEN_ANSWERS.items():
        texts = [f"{done}{result}" for done in DONE[theme] for result in RESULTS]
        special = [SPECIAL[theme]] if theme in SPECIAL else []
        texts = special + shuffled(f"texts {theme}", texts)
        answers += [(theme, text) for text in texts[:count]]
    return answers
