"""The words for numbers that prose may use, one entry a language: this is the place to translate.

All in lower case; a space also stands for a hyphen between two words (two-thirds).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from pipeline.wording.tolerances import Modifier

NEARLY, SLIGHTLY_OVER = Modifier.NEARLY, Modifier.SLIGHTLY_OVER


@dataclass(frozen=True)
class Vocabulary:
    """What one language calls numbers.

    `modifiers` stand before a number and change what it says, `fillers` do not; a word of
    `changed_by` right after the number makes it another statement (7 out of 10 or more).
    `out_of` are the words of "7 out of 10", `every` those of "every fourth"; `denominators` names
    the parts (a third, two thirds). `spoken` are the phrases that a generated sentence uses, with
    `spoken_modifiers` before them.
    """

    thousands_separator: str
    decimal_mark: str
    percent: tuple[str, ...]
    modifiers: Mapping[Modifier, tuple[str, ...]]
    fillers: tuple[str, ...]
    changed_by: tuple[str, ...]
    numbers: Mapping[int, tuple[str, ...]]
    out_of: tuple[str, ...]
    every: tuple[str, ...]
    ordinals: Mapping[int, tuple[str, ...]]
    half: tuple[str, ...]
    denominators: Mapping[int, tuple[str, ...]]
    all: str
    none: str
    spoken: Mapping[Fraction, str]
    spoken_modifiers: Mapping[Modifier, str]


DANISH = Vocabulary(
    thousands_separator=".",
    decimal_mark=",",
    percent=("pct.", "pct", "procent", "%"),
    modifiers={
        NEARLY: ("knap", "næsten", "lidt under", "lige under", "op mod"),
        SLIGHTLY_OVER: ("godt", "godt og vel", "lidt over", "lige over", "lidt mere end"),
        Modifier.ABOUT: ("omkring", "cirka", "ca.", "omtrent", "rundt regnet", "tæt på"),
        Modifier.OVER: ("mere end", "flere end", "over"),
        Modifier.UNDER: ("mindre end", "færre end", "under"),
        Modifier.AT_LEAST: ("mindst",),
        Modifier.AT_MOST: ("højst", "op til"),
    },
    fillers=("kun", "blot", "hele", "i alt"),
    changed_by=("eller", "point"),
    numbers={
        1: ("en", "én", "et", "ét"),
        2: ("to",),
        3: ("tre",),
        4: ("fire",),
        5: ("fem",),
        6: ("seks",),
        7: ("syv",),
        8: ("otte",),
        9: ("ni",),
        10: ("ti",),
    },
    out_of=("ud af", "af"),
    every=("hver", "hvert"),
    ordinals={
        2: ("anden", "andet"),
        3: ("tredje",),
        4: ("fjerde",),
        5: ("femte",),
        6: ("sjette",),
        7: ("syvende",),
        8: ("ottende",),
        9: ("niende",),
        10: ("tiende",),
    },
    half=("halvdelen",),
    denominators={
        3: ("tredjedel", "tredjedele"),
        4: ("fjerdedel", "fjerdedele"),
        5: ("femtedel", "femtedele"),
        6: ("sjettedel", "sjettedele"),
        7: ("syvendedel", "syvendedele"),
        8: ("ottendedel", "ottendedele"),
        9: ("niendedel", "niendedele"),
        10: ("tiendedel", "tiendedele"),
    },
    all="alle",
    none="ingen",
    spoken={
        Fraction(1, 10): "hver tiende",
        Fraction(1, 8): "hver ottende",
        Fraction(1, 6): "hver sjette",
        Fraction(1, 5): "hver femte",
        Fraction(1, 4): "hver fjerde",
        Fraction(3, 10): "3 ud af 10",
        Fraction(1, 3): "en tredjedel",
        Fraction(4, 10): "4 ud af 10",
        Fraction(1, 2): "halvdelen",
        Fraction(6, 10): "6 ud af 10",
        Fraction(2, 3): "to tredjedele",
        Fraction(7, 10): "7 ud af 10",
        Fraction(3, 4): "tre fjerdedele",
        Fraction(8, 10): "8 ud af 10",
        Fraction(9, 10): "9 ud af 10",
    },
    spoken_modifiers={NEARLY: "knap", SLIGHTLY_OVER: "godt"},
)

NORWEGIAN = Vocabulary(
    thousands_separator=" ",
    decimal_mark=",",
    percent=("prosent", "pst.", "pst", "pct.", "%"),
    modifiers={
        NEARLY: ("snaut", "knapt", "knappe", "nesten", "litt under", "like under", "opp mot"),
        SLIGHTLY_OVER: ("drøyt", "drøye", "godt", "godt og vel", "litt over", "litt mer enn"),
        Modifier.ABOUT: ("omkring", "rundt", "cirka", "ca.", "omtrent", "om lag"),
        Modifier.OVER: ("mer enn", "flere enn", "over"),
        Modifier.UNDER: ("mindre enn", "færre enn", "under"),
        Modifier.AT_LEAST: ("minst",),
        Modifier.AT_MOST: ("høyst", "maksimalt", "opptil"),
    },
    fillers=("kun", "bare", "hele", "i alt", "til sammen"),
    changed_by=("eller", "poeng"),
    numbers={
        1: ("en", "én", "ett", "et", "ei"),
        2: ("to",),
        3: ("tre",),
        4: ("fire",),
        5: ("fem",),
        6: ("seks",),
        7: ("sju", "syv"),
        8: ("åtte",),
        9: ("ni",),
        10: ("ti",),
    },
    out_of=("ut av", "av"),
    every=("hver", "hvert"),
    ordinals={
        2: ("annen", "andre", "annet"),
        3: ("tredje",),
        4: ("fjerde",),
        5: ("femte",),
        6: ("sjette",),
        7: ("sjuende", "syvende"),
        8: ("åttende",),
        9: ("niende",),
        10: ("tiende",),
    },
    half=("halvparten", "halvdelen", "annenhver", "annethvert"),
    denominators={
        3: ("tredjedel", "tredjedeler", "tredel", "tredeler"),
        4: ("fjerdedel", "fjerdedeler", "firedel", "firedeler"),
        5: ("femtedel", "femtedeler", "femdel", "femdeler"),
        6: ("sjettedel", "sjettedeler", "seksdel", "seksdeler"),
        7: ("sjuendedel", "sjuendedeler", "sjudel", "sjudeler"),
        8: ("åttendedel", "åttendedeler", "åttedel", "åttedeler"),
        9: ("niendedel", "niendedeler", "nidel", "nideler"),
        10: ("tiendedel", "tiendedeler", "tidel", "tideler"),
    },
    all="alle",
    none="ingen",
    spoken={
        Fraction(1, 10): "hver tiende",
        Fraction(1, 8): "hver åttende",
        Fraction(1, 6): "hver sjette",
        Fraction(1, 5): "hver femte",
        Fraction(1, 4): "hver fjerde",
        Fraction(3, 10): "3 av 10",
        Fraction(1, 3): "en tredjedel",
        Fraction(4, 10): "4 av 10",
        Fraction(1, 2): "halvparten",
        Fraction(6, 10): "6 av 10",
        Fraction(2, 3): "to tredjedeler",
        Fraction(7, 10): "7 av 10",
        Fraction(3, 4): "tre fjerdedeler",
        Fraction(8, 10): "8 av 10",
        Fraction(9, 10): "9 av 10",
    },
    spoken_modifiers={NEARLY: "snaut", SLIGHTLY_OVER: "drøyt"},
)

ENGLISH = Vocabulary(
    thousands_separator=",",
    decimal_mark=".",
    percent=("per cent", "percent", "%"),
    modifiers={
        NEARLY: ("just under", "nearly", "almost", "slightly under", "slightly less than"),
        SLIGHTLY_OVER: ("just over", "slightly over", "slightly more than", "a little over"),
        Modifier.ABOUT: ("about", "around", "roughly", "approximately", "close to"),
        Modifier.OVER: ("more than", "over", "above"),
        Modifier.UNDER: ("less than", "fewer than", "under", "below"),
        Modifier.AT_LEAST: ("at least",),
        Modifier.AT_MOST: ("at most", "up to"),
    },
    fillers=("only", "as many as", "a total of"),
    changed_by=("or", "point", "points"),
    numbers={
        1: ("one", "a", "an"),
        2: ("two",),
        3: ("three",),
        4: ("four",),
        5: ("five",),
        6: ("six",),
        7: ("seven",),
        8: ("eight",),
        9: ("nine",),
        10: ("ten",),
    },
    out_of=("out of", "of", "in"),
    every=("every",),
    ordinals={
        2: ("second", "other"),
        3: ("third",),
        4: ("fourth",),
        5: ("fifth",),
        6: ("sixth",),
        7: ("seventh",),
        8: ("eighth",),
        9: ("ninth",),
        10: ("tenth",),
    },
    half=("half", "a half", "one half"),
    denominators={
        3: ("third", "thirds"),
        4: ("quarter", "quarters", "fourth", "fourths"),
        5: ("fifth", "fifths"),
        6: ("sixth", "sixths"),
        7: ("seventh", "sevenths"),
        8: ("eighth", "eighths"),
        9: ("ninth", "ninths"),
        10: ("tenth", "tenths"),
    },
    all="all",
    none="none",
    spoken={
        Fraction(1, 10): "one in ten",
        Fraction(1, 8): "one in eight",
        Fraction(1, 6): "one in six",
        Fraction(1, 5): "one in five",
        Fraction(1, 4): "a quarter",
        Fraction(3, 10): "3 in 10",
        Fraction(1, 3): "a third",
        Fraction(4, 10): "4 in 10",
        Fraction(1, 2): "half",
        Fraction(6, 10): "6 in 10",
        Fraction(2, 3): "two thirds",
        Fraction(7, 10): "7 in 10",
        Fraction(3, 4): "three quarters",
        Fraction(8, 10): "8 in 10",
        Fraction(9, 10): "9 in 10",
    },
    spoken_modifiers={NEARLY: "just under", SLIGHTLY_OVER: "just over"},
)

VOCABULARIES = {"da": DANISH, "nb": NORWEGIAN, "en": ENGLISH}
