"""Words that say how much, and words that are opposites, in five languages; data alone.

Danish, Norwegian, Swedish, English and German; in lower case and without signs.
"""

DEGREES = (
    (
        12,
        "fuldstændig|fullstendig|fullständigt|helt|helt og holdent|helt og fullt|helt och hållet"
        "|completely|totally|absolutely|fully|entirely|perfectly|voll und ganz|völlig|voll|ganz"
        "|vollkommen|vollständig",
    ),
    (
        11,
        "overordentlig|overordentligt|ekstremt|extremely|extreme|extremt|äußerst|exceptionally"
        "|særdeles|virkelig|usedvanlig",
    ),
    (
        10,
        "meget|svært|veldig|mycket|väldigt|very|very much|sehr|sehr stark|strongly|stærkt|sterkt"
        "|starkt|highly|stark|mye|much|a lot|a great deal|kraftigt|kraftig|viel|deutlich|markant"
        "|severely|vældig|svært godt|significantly|substantially|betydeligt|betydelig|definitely",
    ),
    (
        8,
        "overvejende|mostly|överlag|överväldigande|überwiegend|i hovedsak|stort set|i stort sett"
        "|til stor del|till stor del|predominantly|mainly|largely|weitgehend",
    ),
    (
        7,
        "ganske|temmelig|nokså|ganska|quite|fairly|rather|ziemlich|ret|rimelig|rimeligt|pretty"
        "|eher|tend to",
    ),
    (
        6,
        "moderately|moderate|måttligt|middels|moderat|delvis|delvist|partly|partially|teilweise"
        "|till viss del|til en viss grad|til dels|mittelmäßig|in part",
    ),
    (5, "noget|noe|somewhat|något|etwas|to some extent|i nogen grad|somewhat of a"),
    (
        4,
        "lidt|litt|lite|a little|a bit|slightly|a little bit|little|wenig|ein wenig|en smule|smått"
        "|minor|leicht|kun lidt|leidlich",
    ),
    (
        -4,
        "not very|not so|not too|not particularly|not really|ikke særlig|ikke særligt|ikke så"
        "|ikke spesielt|ikke videre|inte särskilt|inte så|inte speciellt|nicht besonders"
        "|nicht sehr|nicht so|mindre|less|weniger|eher nicht|rather not|snarare inte|knap så",
    ),
    (-6, "overvejende ikke|i stort sett inte|i stort sett ikke|stort set ikke|mostly not"),
    (-6, "überwiegend nicht|ikke helt|not quite"),
    (-9, "ikke|not|inte|ej|nicht|not a|kein|keine"),
    (
        -12,
        "slet ikke|overhodet ikke|overhovedet ikke|ikke i det hele tatt|not at all|not at all a"
        "|inte alls|gar nicht|überhaupt nicht|absolut ikke|absolut inte|absolutt ikke|helt ikke"
        "|aldeles ikke|not in the least|ganz und gar nicht",
    ),
)
"""How much of a word is meant -> its wordings; the word alone is BARE, what lies between is 0."""
BARE = 9

OPPOSITES = {
    **dict.fromkeys(("bad", "poor"), "good"),
    **dict.fromkeys(("dårlig", "dårligt", "darlig"), "god"),
    **dict.fromkeys(("dåligt", "dålig"), "bra"),
    "schlecht": "gut",
    "worse": "better",
    **dict.fromkeys(("værre", "dårligere", "verre"), "bedre"),
    "sämre": "bättre",
    "schlechter": "besser",
    **dict.fromkeys(("negative", "negativt", "negativ"), "positiv"),
    "oppose": "favor",
    **dict.fromkeys(("against", "imod", "mot", "gegen"), "for"),
    **dict.fromkeys(("lille", "liten", "litet", "lidet", "små"), "stor"),
    **dict.fromkeys(("lav", "lavt", "låg", "lågt"), "høj"),
    "low": "high",
    **dict.fromkeys(("niedrig", "gering", "geringes"), "hoch"),
    **dict.fromkeys(("weak", "svag", "svagt", "svakt"), "strong"),
    **dict.fromkeys(("decreased", "decrease", "reduced"), "increased"),
    **dict.fromkeys(("faldet", "mindsket", "reduceret", "aftaget"), "steget"),
    **dict.fromkeys(("redusert", "gått ned", "minsket", "avtatt"), "økt"),
    "minskat": "ökat",
    **dict.fromkeys(("gesunken", "abgenommen", "verringert"), "gestiegen"),
    **dict.fromkeys(("worsened", "deteriorated"), "improved"),
    "forværret": "forbedret",
    "forverret": "forbedret",
    **dict.fromkeys(("försämrats", "försämrat"), "förbättrats"),
    "verschlechtert": "verbessert",
    "slow": "fast",
    "lehne ab": "stimme zu",
    "pessimistic": "optimistic",
    "pessimistisk": "optimistisk",
    "insecure": "secure",
}
"""A word -> what it is the opposite of."""
SAME = {
    **dict.fromkeys(("godt", "gode"), "god"),
    "stort": "stor",
    "store": "stor",
    "positive": "positiv",
    "positivt": "positiv",
    **dict.fromkeys(("høyt", "høy", "højt", "hög", "högt"), "høj"),
    "hohes": "hoch",
    "favour": "favor",
    **dict.fromkeys(("øget", "vokset"), "steget"),
    **dict.fromkeys(("zugenommen", "erhöht"), "gestiegen"),
    **dict.fromkeys(("gått opp", "gått op", "gått upp"), "økt"),
    "increase": "increased",
    "great": "good",
    "viktigt": "viktig",
    "vigtigt": "vigtig",
    "wichtiges": "wichtig",
}
"""A word -> another form of it."""
OPPOSING = ("un", "u", "o", "mis", "miss", "dis", "in", "im", "ir", "il")
"""What makes the opposite of a word: `usandsynlig`, `oviktigt`, `dissatisfied`."""
KINDS = {
    **dict.fromkeys(
        (
            *("enig", "einig", "agree", "instämmer", "håller med", "stimme zu", "trifft zu"),
            *("stämmer", "stemmer", "passer", "stimmt", "for", "favor"),
        ),
        "agreement",
    ),
    **dict.fromkeys(("tilfreds", "fornøyd", "nöjd", "satisfied", "zufrieden"), "satisfaction"),
    **dict.fromkeys(("god", "good", "bra", "gut"), "quality"),
    "": "extent",
}
"""A word -> the kind of scale that its degrees are; "" for degrees alone."""
NEITHER = frozenset(("hverken", "verken", "varken", "neither", "weder"))
"""Words of an answer in the middle."""
MIDDLE = (
    "neutral|neutralt|nøytral|nøytralt|både og|både og och|både och|teils teils"
    "|undecided|midt imellem|midt i mellom|uændret|uendret|omtrent uendret"
    "|stort set uændret|nogenlunde uændret|omtrent det samme|oförändrat|oförändrad"
    "|i stort sett oförändrat|ungefär oförändrat|unverändert|unchanged|no change"
    "|about the same|the same|same|stayed the same|stayed about the same|det samme"
    "|ingen ændring|ingen endring|samma|ingen förändring|gleich geblieben|gleich"
    "|ungefähr gleich|som før|som förut|average|nogenlunde|noenlunde|någorlunda"
    "|mittelmäßig|middel|middels|varken eller|hverken eller|verken eller|weder noch"
    "|neither nor|ingen forskel|ingen forskjell|ingen skillnad|medium|in between"
    "|varken bättre eller sämre|mixed|lagom|keine veränderung"
)
"""Answers in the middle of a scale with two ends."""
