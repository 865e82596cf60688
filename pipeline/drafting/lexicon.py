"""Words of questionnaires in Danish, Norwegian, Swedish, English and German; data alone."""

from dataclasses import dataclass


def _words(joined: str) -> frozenset[str]:
    return frozenset(joined.casefold().replace("|", "\n").split("\n"))


@dataclass(frozen=True)
class ScaleWords:
    """The answers of a kind of scale: levels from most to least, each with all its wordings.

    Wordings are written in lower case and without signs. unipolar: the
    scale runs from nothing to much; scored: a mean of its levels makes sense.
    """

    name: str
    levels: tuple[str, ...]
    unipolar: bool = False
    scored: bool = True


SCALES = (
    ScaleWords("yes and no", ("ja|yes|jo", "nej|nei|no|nein"), scored=False),
    ScaleWords(
        "agreement",
        (
            "helt enig|meget enig|fuldstændig enig|svært enig|i høj grad enig|strongly agree"
            "|completely agree|totally agree|agree strongly|agree completely|fully agree"
            "|instämmer helt|instämmer helt och hållet|stämmer helt|håller helt med|stimme voll zu"
            "|stimme voll und ganz zu|stimme völlig zu|trifft voll zu|trifft voll und ganz zu",
            "enig|overvejende enig|agree|mostly agree|instämmer|stimme zu|trifft zu|håller med",
            "delvist enig|delvis enig|noget enig|litt enig|lidt enig|nokså enig|somewhat agree"
            "|agree somewhat|slightly agree|partly agree|tend to agree|instämmer delvis"
            "|instämmer till stor del|stimme eher zu|trifft eher zu",
            "hverken enig eller uenig|hverken eller|verken enig eller uenig|verken eller|neutral"
            "|neither agree nor disagree|neither|neither nor|neither agree or disagree|undecided"
            "|varken eller|varken instämmer eller inte|weder noch|teils teils|både og",
            "delvist uenig|delvis uenig|noget uenig|litt uenig|lidt uenig|nokså uenig"
            "|somewhat disagree|disagree somewhat|slightly disagree|partly disagree"
            "|tend to disagree|instämmer till viss del|stimme eher nicht zu|trifft eher nicht zu",
            "uenig|overvejende uenig|disagree|mostly disagree|instämmer inte|stimme nicht zu"
            "|trifft nicht zu|håller inte med",
            "helt uenig|meget uenig|fuldstændig uenig|svært uenig|strongly disagree"
            "|completely disagree|totally disagree|disagree strongly|disagree completely"
            "|instämmer inte alls|instämmer inte alls|stämmer inte alls|stimme gar nicht zu"
            "|stimme überhaupt nicht zu|trifft gar nicht zu|trifft überhaupt nicht zu",
        ),
    ),
    ScaleWords(
        "satisfaction",
        (
            "meget tilfreds|svært fornøyd|veldig fornøyd|very satisfied|extremely satisfied"
            "|completely satisfied|mycket nöjd|sehr zufrieden",
            "tilfreds|fornøyd|overvejende tilfreds|satisfied|nöjd|zufrieden",
            "noget tilfreds|delvis fornøyd|ganske fornøyd|somewhat satisfied|fairly satisfied"
            "|ganska nöjd|eher zufrieden|nokså fornøyd",
            "hverken tilfreds eller utilfreds|hverken eller|verken fornøyd eller misfornøyd"
            "|neither satisfied nor dissatisfied|neither|neutral|varken nöjd eller missnöjd"
            "|weder noch|teils teils|verken eller|varken eller",
            "noget utilfreds|litt misfornøyd|somewhat dissatisfied|fairly dissatisfied"
            "|ganska missnöjd|eher unzufrieden|nokså misfornøyd",
            "utilfreds|misfornøyd|overvejende utilfreds|dissatisfied|unsatisfied|missnöjd"
            "|unzufrieden",
            "meget utilfreds|svært misfornøyd|veldig misfornøyd|very dissatisfied"
            "|extremely dissatisfied|mycket missnöjd|sehr unzufrieden",
        ),
    ),
    ScaleWords(
        "quality",
        (
            "fremragende|utmerket|excellent|utmärkt|ausgezeichnet",
            "meget god|meget godt|svært god|svært godt|very good|mycket bra|sehr gut",
            "god|godt|good|bra|gut",
            "hverken god eller dårlig|nogenlunde|middels|fair|average|acceptable|okay|ok"
            "|varken bra eller dålig|mittelmäßig|befriedigend|hverken eller|verken eller",
            "dårlig|dårligt|poor|bad|dålig|dåligt|schlecht",
            "meget dårlig|meget dårligt|svært dårlig|very poor|very bad|mycket dålig|sehr schlecht",
        ),
    ),
    ScaleWords(
        "frequency",
        (
            "altid|alltid|always|immer|hele tiden",
            "næsten altid|nesten alltid|nästan alltid|almost always|nearly always|fast immer",
            "mere end en gang om dagen|more than once a day|several times a day"
            "|flere ganger daglig",
            "dagligt|daglig|hver dag|daily|every day|once a day|dagligen|täglich",
            "som regel|vanligvis|usually|most of the time|meistens|oftest|meget ofte|svært ofte"
            "|very often|mycket ofta|sehr oft|frequently|ofte|often|ofta|oft|häufig|tit"
            "|a few times per week|several times a week|flere gange om ugen|flere ganger i uken",
            "between once a day and once a week",
            "about half the time|cirka halvdelen af tiden|omtrent halvparten av tiden",
            "ugentligt|ukentlig|hver uge|hver uke|weekly|once a week|varje vecka|wöchentlich"
            "|between once a week and once a month",
            "af og til|av og til|nogle gange|noen ganger|iblandt|ibland|sometimes|occasionally"
            "|manchmal|gelegentlich|once in a while|a few times per month|flere gange om måneden",
            "månedligt|månedlig|hver måned|monthly|once a month|once a month or less|monatlich"
            "|en gang om måneden|månadsvis|less than once a month",
            "sjældent|sjelden|sällan|rarely|seldom|selten|hardly ever|once a year or less|årligt"
            "|årlig|yearly|once a year|jährlich|almost never|næsten aldrig|nesten aldri|fast nie",
            "aldrig|aldri|never|nie|niemals|not at all|i don t use r any more",
        ),
        unipolar=True,
    ),
    ScaleWords(
        "extent",
        (
            "i meget høj grad|i svært stor grad|i meget stor grad|i mycket hög grad"
            "|to a very great extent|to a very large extent|in sehr hohem maße|in sehr hohem maß",
            "i høj grad|i stor grad|i hög grad|to a great extent|to a large extent|in hohem maße"
            "|a great deal|a lot|meget|mye|mycket|viel",
            "i nogen grad|i noen grad|i viss mån|i någon grad|to some extent|somewhat"
            "|til en viss grad|in gewissem maße|teilweise|noget|a moderate amount"
            "|to a moderate extent",
            "i mindre grad|i lav grad|i liten grad|i ringe grad|i låg grad|to a small extent"
            "|to a lesser extent|a little|in geringem maße|lidt|litt|lite|wenig",
            "i meget lav grad|i svært liten grad|i meget ringe grad|to a very small extent"
            "|very little|in sehr geringem maße",
            "slet ikke|overhodet ikke|ikke i det hele tatt|inte alls|not at all|gar nicht"
            "|überhaupt nicht|none at all",
        ),
        unipolar=True,
    ),
    ScaleWords(
        "size",
        (
            "meget stor|svært stor|very large|mycket stor|sehr groß",
            "stor|store|large|big|stora|groß",
            "mellemstor|mellemstore|middels|mellomstor|medium|mellan|mittel|middelstor",
            "lille|små|liten|small|klein|små",
            "meget lille|svært liten|very small|mycket liten|sehr klein|micro|mikro",
        ),
        unipolar=True,
    ),
    ScaleWords(
        "experience",
        (
            "ekspert|expert|advanced|avanceret|avansert|experte",
            "øvet|viderekommen|intermediate|erfaren|fortgeschritten",
            "begynder|nybegynner|beginner|novice|nybörjare|anfänger",
            "ingen|none|inga|keine|no experience",
        ),
        unipolar=True,
    ),
    ScaleWords(
        "change",
        (
            "i expect to use it more|increase|more|stige|øge|mere|mer|ökar|mehr|zunehmen",
            "i expect to use it about the same|about the same|the same|uændret|uendret|oförändrat"
            "|same|stay the same|unverändert|gleich viel",
            "i expect to use it less|decrease|less|falde|mindre|minskar|weniger|abnehmen",
        ),
    ),
    ScaleWords(
        "education",
        (
            "graduate degree|postgraduate degree|master degree|doctorate"
            "|lang videregående uddannelse",
            "bachelor degree|mellemlang videregående uddannelse",
            "some college or associate degree|some college|kort videregående uddannelse",
            "high school degree|high school|gymnasial uddannelse|videregående skole",
            "less than high school degree|less than high school|grundskole|grunnskole|grundskola",
        ),
        scored=False,
    ),
    ScaleWords(
        "time",
        (
            "years|år|jahre",
            "months|måneder|månader|monate",
            "weeks|uger|uker|veckor|wochen",
            "days|dage|dager|dagar|tage",
        ),
        scored=False,
    ),
)

DEGREES = (
    "overordentlig|ekstremt|extremely|äußerst|exceptionally",
    "meget|svært|veldig|mycket|very|sehr",
    "ganske|temmelig|nokså|ganska|quite|fairly|ziemlich",
    "noget|noe|somewhat|moderately|något|etwas|mittelmäßig",
    "lidt|litt|a little|a bit|slightly|lite|ein wenig|not very|not so|ikke særlig|ikke så",
    "slet ikke|overhodet ikke|ikke|not at all|not|inte alls|inte|gar nicht|überhaupt nicht|nicht",
)
"""Words before one and the same word that make a scale of it, from most to least."""

MISSING = _words(
    "ved ikke|det ved jeg ikke|ikke relevant|ønsker ikke at svare|vil ikke svare|uoplyst"
    "|intet svar|kan ikke svare|vet ikke|ikke aktuelt|ønsker ikke å svare|ikke oppgitt"
    "|ubesvart|vet ej|vet inte|ej relevant|inte relevant|ej aktuellt|vill inte svara"
    "|inget svar|don t know|dont know|do not know|i don t know|i do not know|not sure|unsure"
    "|not relevant|not applicable|n a|na|no answer|no response|prefer not to answer|refused"
    "|prefer not to say|prefer not to disclose|rather not say|decline to answer|no opinion"
    "|weiß nicht|weiss nicht|nicht relevant|nicht zutreffend|entfällt|keine angabe|k a"
    "|keine antwort|möchte ich nicht sagen|don t know what this is|ikke fått karakter"
)
"""Answers that are none."""
MISSING_JOINED = ("/", " eller ", " or ", " oder ", " och ", " og ", ",")
"""What stands between several of them: "Ikke relevant/ vet ikke"."""

OTHER = {"da": "Andet", "nb": "Annet", "en": "Other"}
"""How an answer in a respondent's own words is called."""

BACKGROUND = _words(
    "køn|kjønn|kön|gender|sex|geschlecht|jente|gutt|pige|dreng|alder|ålder|age|born|født"
    "|geburtsjahr|region|landsdel|fylke|län|bundesland|country|land|location|county|area"
    "|kommune|state|type|organisationstype|størrelse|size|storlek|größe|employees|ansatte"
    "|anställda|mitarbeiter|uddannelse|utdanning|utbildning|education|degree|bildung"
    "|abschluss|income|indkomst|inntekt|einkommen|branche|bransje|bransch|industry|sector"
    "|sektor|occupation|job|employment|beruf|erhverv|yrke|experience|urbanicity"
)
"""Words of questions about who somebody is, by whose answers the others are compared."""

WEIGHT = _words("weight|weights|wgt|wt|vægt|vekt|vikt|gewicht|vaegt|weighting")
"""Words in names of columns that hold weights."""

STOP_WORDS = {
    "da": _words(
        "og|i|jeg|det|at|en|den|til|er|som|på|de|med|af|for|ikke|der|var|har|om|vi|et|har|hvor"
        "|hvad|hvordan|hvilke|jer|jeres|ved|efter|eller|hvilken|nogle"
    ),
    "nb": _words(
        "og|i|jeg|det|at|en|den|til|er|som|på|de|med|av|for|ikke|der|var|har|om|vi|et|hvor|hva"
        "|hvordan|hvilke|deg|du|ditt|etter|eller|hvilken|noen|å|fikk|hadde|din|meg"
    ),
    "sv": _words(
        "och|i|jag|det|att|en|den|till|är|som|på|de|med|av|för|inte|där|var|har|om|vi|ett|hur|vad"
        "|vilka|du|din|efter|eller|vilken|några"
    ),
    "de": _words(
        "und|in|ich|das|die|der|zu|ist|nicht|mit|sie|es|ein|eine|wie|was|welche|ihr|oder|auf|für"
        "|haben|sind|wird|bei|von|dem|den|im"
    ),
    "en": _words(
        "and|in|i|that|the|to|is|of|it|you|a|an|for|not|with|do|does|did|how|what|which|your|are"
        "|have|has|ever|or|on|be|this|following|would|please|was|when|if|were"
    ),
}
"""Words that tell a language, and that say nothing in names."""
