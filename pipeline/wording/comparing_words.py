"""The words that compare two numbers, one entry a language: this is the place to translate.

Regular expressions of words in lower case, for whole words.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ComparingWords:
    """What one language says of two numbers.

    `not_shown` says that no difference was found, `no_difference` that there is none, and `no`
    turns other words around, which is not understood. `multiples` are words for so many times as
    much; `times` stands behind a number that says how many times.
    """

    not_shown: str
    no_difference: str
    no: str
    more: str
    less: str
    different: str
    significant: str
    multiples: Mapping[float, str]
    times: str


DANISH = ComparingWords(
    not_shown=(
        r"(?:ingen|ikke(?: \w+)?) (?:\w+ )?(?:påviselige?|påvist|påvises|signifikante?|sikkert?"
        r"|sikre|(?:kan )?ses)(?: (?:forskel\w*|sammenhæng\w*))?"
    ),
    no_difference=(
        r"(?:ingen|ikke) (?:forskel\w*|sammenhæng\w*|ændring\w*)|lige (?:så )?"
        r"(?:mange|stor|store|ofte|høj|høje)|samme|ens|uændret"
    ),
    no=r"ikke|ingen|hverken|aldrig|uden",
    more=(
        r"flere|mere|større|højere|oftere|hyppigere|længere|stigning\w*|stiger|steget|stigende"
        r"|vokset|vækst|øget|øges|fremgang"
    ),
    less=(
        r"færre|mindre|lavere|sjældnere|kortere|fald|faldet|falder|faldende|tilbagegang"
        r"|reduceret|nedgang"
    ),
    different=(
        r"forskel\w*|anderledes|afhænger|sammenhæng\w*|hænger (?:\w+ )?sammen|ændring\w*|ændret"
    ),
    significant=r"signifikante?|statistisk sikkert?",
    multiples={2: r"dobbelt så|fordoblet|fordobling", 0.5: r"halvt så|halv så|halveret|halvering"},
    times=r"gange så",
)

NORWEGIAN = ComparingWords(
    not_shown=(
        r"(?:ingen|ikke(?: \w+)?) (?:\w+ )?(?:påviselige?|påvist|påvises|signifikante?|sikkert?"
        r"|sikre)(?: (?:forskjell\w*|sammenheng\w*))?"
    ),
    no_difference=(
        r"(?:ingen|ikke) (?:forskjell\w*|sammenheng\w*|endring\w*)|like "
        r"(?:mange|stor|store|ofte|høy|høye)|samme|likt|uendret"
    ),
    no=r"ikke|ingen|verken|aldri|uten",
    more=(
        r"flere|mer|mere|større|høyere|oftere|hyppigere|lengre|stigning\w*|stiger|steget|stigende"
        r"|vokst|vekst|økt|økning\w*|øker|fremgang"
    ),
    less=(
        r"færre|mindre|lavere|sjeldnere|kortere|fall|falt|faller|fallende|tilbakegang|redusert"
        r"|nedgang\w*"
    ),
    different=(
        r"forskjell\w*|annerledes|avhenger|sammenheng\w*|henger (?:\w+ )?sammen|endring\w*|endret"
    ),
    significant=r"signifikante?|statistisk sikkert?",
    multiples={
        2: r"dobbelt så|doblet|dobling",
        0.5: r"halvparten så|halvt så|halvert|halvering",
    },
    times=r"ganger så",
)

ENGLISH = ComparingWords(
    not_shown=(
        r"no (?:\w+ )?(?:detectable|significant|demonstrable)(?: (?:difference|association)s?)?"
        r"|not (?:\w+ )?(?:shown|found|detected|detectable|significant(?:ly)?(?: different)?)"
    ),
    no_difference=(
        r"no (?:difference|association|change)s?|(?:just )?as (?:many|large|often|high)|the same"
        r"|equal(?:ly)?|unchanged"
    ),
    no=r"not|no|neither|never|without",
    more=(
        r"more|larger|greater|higher|bigger|longer|rise|rose|risen|rising|increased?|increases"
        r"|increasing|grew|grown|growth"
    ),
    less=(
        r"fewer|less|smaller|lower|shorter|fall|fell|fallen|falling|decreased?|decreases"
        r"|decreasing|declined?|dropped|drop"
    ),
    different=r"differ(?:s|ed|ent|ently)?|differences?|depends?|association|related|changed?",
    significant=r"significant(?:ly)?",
    multiples={2: r"twice as|doubled|doubling", 0.5: r"half as|halved|halving"},
    times=r"times as",
)

COMPARING_WORDS = {"da": DANISH, "nb": NORWEGIAN, "en": ENGLISH}
