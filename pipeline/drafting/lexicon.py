"""Words of questionnaires in Danish, Norwegian, Swedish, English and German; data alone."""


def _words(joined: str) -> frozenset[str]:
    return frozenset(joined.casefold().replace("|", "\n").split("\n"))


OTHER = {"da": "Andet", "nb": "Annet", "en": "Other"}
"""How an answer in a respondent's own words is called."""

BACKGROUND = _words(
    "køn|kjønn|kön|gender|sex|geschlecht|jente|gutt|pige|dreng|kvinde|kvinne|kvinna|mand|mann"
    "|woman|frau|alder|ålder|age|gammel|gammal|old|alter|fødselsår|fødeår|fødselsdag|born|født"
    "|född|födelseår|geburtsjahr|region|landsdel|fylke|län|bundesland|country|land|location"
    "|county|area|kommune|kommunetype|gemeinde|landkreis|state|postnummer|type"
    "|organisationstype|organisasjonstype|organisationsform|ejerform|eierform|ejer|eier|eies|ejes"
    "|ägare|träger|tilbudstype|størrelse|storleik|size|storlek|größe|employees|ansatte|anställda"
    "|mitarbeiter|medarbejdere|medarbeidere|beschäftigte|årsverk|årsværk|uddannelse|uddannet"
    "|utdanning|utdannelse|utbildning|education|degree|bildung|abschluss|schulabschluss|income"
    "|indkomst|inntekt|inkomst|einkommen|branche|bransje|bransch|industry|sector|sektor|sektoren"
    "|occupation|employment|beruf|erhverv|yrke|stilling|stillingskategori|befattning"
    "|jobfunktion|beschäftigung|beskæftigelse|sysselsetting|sysselsättning|civilstand"
    "|sivilstand|sivilstatus|civilstånd|familienstand|marital|boligform|anciennitet|ansiennitet"
    "|seniority|experience|erfaring|erfarenhet|berufserfahrung|urbanicity|modersmål|morsmål"
    "|nationalitet|nationality|födelseland|fødeland|herkunft|forvaltning|förvaltning|afdeling"
    "|avdeling|avdelning|department|abteilung|ansat|ansatt|anställd|arbejdssted|arbeidssted"
    "|aldersgruppe|aldersgrupper|aldersinterval|aldersintervall|alderskategori|aldersklasse"
    "|åldersgrupp|åldersintervall|ålderskategori|åldersklass|altersgruppe|altersklasse"
    "|alterskategorie|agegroup|agegrp|agerange|agecategory|ageband"
    "|kønsidentitet|kjønnsidentitet|könsidentitet|geschlechtsidentität"
    "|bydel|stadsdel|stadtteil|stadtbezirk|district|distrikt|province|provins|bosted|bopæl"
    "|bostedskommune|bopælskommune|bopælsregion|hjemkommune|hemkommun|boendekommun|bostadsort"
    "|wohnort|wohnsitz|municipality|kommun|postnr|postleitzahl|plz|zip|zipcode|postcode"
    "|uddannelsesniveau|utdanningsnivå|utbildningsnivå|bildungsabschluss"
    "|bildungsstand|husstandsindkomst|husstandsinntekt|husholdningsinntekt|hushållsinkomst"
    "|haushaltseinkommen|ansættelsesform|ansettelsesform|anställningsform|stillingstype"
    "|stillingsbetegnelse|jobtitel|faggruppe|personalegruppe|yrkesgruppe|yrkesgrupp|berufsgruppe"
    "|civilstatus|etnicitet|etnisitet|ethnicity|fødselsland|geburtsland|statsborgerskab"
    "|statsborgerskap|medborgarskap|staatsangehörigkeit|klassetrin|klassetrinn|årskurs|klassenstufe"
)
"""Words of questions about who somebody is, by whose answers the others are compared."""

PLACES = _words(
    "kommun|kommune|kommuner|municipality|gemeinde|landkreis|kreis|stadt|by|city|town|land|country"
    "|region|fylke|län|bundesland|county|postnummer|skole|skola|school|schule|bydel|stadsdel"
)
"""Words of short questions that many places answer."""

WHICH = _words(
    "hvilken|hvilket|hvilke|vilken|vilket|vilka|which|what|welche|welcher|welches|welchem|welchen"
)
"""Words before the word for a place, where the question is longer."""

REMARKS = _words(
    "kommentar|kommentarer|kommentarfelt|bemærkning|bemærkninger|merknad|merknader|anmärkning"
    "|comment|comments|remark|remarks|anmerkung|anmerkungen|bemerkung|uddyb|utdyp|beskriv"
    "|spesifiser|specificer|specify|förtydliga|övrigt|øvrigt|sonstiges"
)
"""Words of short questions that respondents answer in words of their own."""

ADDING = _words("tilføje|tilføye|tillägga|hinzufügen|uddybe|utdype|kommentere|bemærke")
"""Words of wordings of any length that respondents answer in words of their own."""

OTHERS = (
    r"(andet|andre|annet|annat|annan|other|others|sonstige[sr]?|andere[sr]?)"
    r"( \([^)]{1,60}\)"
    r"|[,:]? (noter|skriv|angiv|hvad|hvilket|hva|please specify|specify|und zwar)\b.*)?"
)
"""Answers for what is none of the options, as an expression."""

WEIGHT = _words("weight|weights|wgt|wt|vægt|vekt|vikt|gewicht|vaegt|weighting")
"""Words in names of columns that hold weights."""

WEIGHTING = WEIGHT | _words(
    "weighting factor|weight factor|survey weight|sampling weight|design weight|final weight"
    "|weight variable|weighting variable|population weight|person weight|household weight"
    "|poststratification weight|post stratification weight"
    "|vægtning|vægtfaktor|vægtningsfaktor|vægtvariabel|vægte|vægter|opregningsvægt|designvægt"
    "|endelig vægt|vekting|vektfaktor|vektvariabel|vekter|utvalgsvekt|designvekt|endelig vekt"
    "|viktning|viktfaktor|viktvariabel|vikter|designvikt|kalibreringsvikt|slutlig vikt"
    "|gewichtung|gewichtungsfaktor|gewichtungsvariable|gewichte|designgewicht|personengewicht"
    "|haushaltsgewicht|hochrechnungsfaktor"
)
"""Whole labels of columns that hold weights; "your weight" and "Vægt (kg)" are questions."""

STOP_WORDS = {
    "da": _words(
        "og|i|jeg|det|at|en|den|til|er|som|på|de|med|af|for|ikke|der|var|har|om|vi|et|har|hvor"
        "|hvad|hvordan|hvilke|jer|jeres|ved|efter|eller|hvilken|nogle|du|din|dit|dig|mig|min|mit"
        "|mine|dine|noget|været|gøre|blev"
    ),
    "nb": _words(
        "og|i|jeg|det|at|en|den|til|er|som|på|de|med|av|for|ikke|der|var|har|om|vi|et|hvor|hva"
        "|hvordan|hvilke|deg|du|ditt|etter|eller|hvilken|noen|å|fikk|hadde|din|meg|min|mitt|mine"
        "|dine|noe|vært|gjøre|ble|dere"
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

SPELLINGS = {"da": r"øj|ej|æg|tion|hed(?:en|er|s)?$", "nb": r"øy|ei|egg|sjon|het(?:en|er|s)?$"}
"""What tells languages apart that share most of their words, as expressions."""
