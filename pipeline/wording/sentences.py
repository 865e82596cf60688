"""The sentences of the notes, one dictionary a language: this is the place to translate.

Every language has the same names, and each sentence the same fields in braces.
"""

from pipeline.wording.languages import in_language
from pipeline.wording.numbers import tied

# Dependence and independence are what was tested; "no difference" is never a result.
SENTENCES = {
    "da": {
        "letters": (
            "Et bogstav ved et tal i tabellen betyder, at andelen er større "
            "end i gruppen med det bogstav ({level}-niveau, ikke korrigeret for flere test)."
        ),
        "letters_corrected": (
            "Et bogstav ved et tal i tabellen betyder, at andelen er større "
            "end i gruppen med det bogstav ({level}-niveau, korrigeret efter {method})."
        ),
        "n": "N = {n} {counted}.",
        "n_by_item": "N = {lowest} til {highest} {counted}, afhængigt af udsagnet.",
        "several_answers": (
            # No full stop: "pct." brings one.
            "Der kunne sættes flere krydser, så andelene kan tilsammen blive over {hundred}"
        ),
        "several_themes": (
            "Et svar kan handle om flere temaer, så andelene kan tilsammen blive over {hundred}"
        ),
        "boxes_themes": (
            "Et felts areal er temaets del af alle de viste temaer; tallet er andelen af svarene."
        ),
        "boxes_ticks": (
            "Et felts areal er svarets del af alle de viste krydser; tallet er andelen af dem, der "
            "har svaret."
        ),
        "asked_if": "Spørgsmålet er kun stillet til dem, der har svaret {answers} på {source}.",
        "only": "Figuren omfatter kun dem, der har svaret {answers} på {source}.",
        "missing_in_base": "Andelene er af alle svar, også {answers}.",
        "left_out_one": "Svaret {answers} er holdt ude af beregningen.",
        "left_out_several": "Svarene {answers} er holdt ude af beregningen.",
        "left_out_one_n": "Svaret {answers} er holdt ude af beregningen (n = {n}).",
        "left_out_several_n": "Svarene {answers} er holdt ude af beregningen (n = {n}).",
        "made_from": "Grupperne er dannet ud fra {source}.",
        "made_of": "Grupperne er dannet ud fra svarene på {source}: {groups}.",
        "made_of_group": "{group} omfatter {answers}",
        "rest_left_out": "Øvrige svar på det spørgsmål er ikke med i figuren.",
        "crossed": "Grupperne kombinerer {variables}.",
        "net": "{net} samler svarene {answers}.",
        "dependent": "Der er statistisk afhængighed mellem {group} og svar ({test}, {p}).",
        "independent": ("Det kan ikke afvises, at svarene er uafhængige af {group} ({test}, {p})."),
        "untested": (
            "Der vises ingen test af, om svarene afhænger af {group}: svarene er for få eller for "
            "ens, eller testen kunne røbe, hvad enkelte har svaret."
        ),
        "dependent_items": (
            "Der er statistisk afhængighed mellem {group} og svarene på {items} ({test})."
        ),
        "independent_items": (
            "Det kan ikke afvises, at svarene på {items} er uafhængige af {group} ({test})."
        ),
        "untested_items": (
            "Der vises ingen test af, om svarene på {items} afhænger af {group}: svarene er for få "
            "eller for ens, eller testen kunne røbe, hvad enkelte har svaret."
        ),
        "small_expected": (
            "Testen er usikker, fordi nogle grupper har få besvarelser (lave forventede antal)."
        ),
        "margin": "Den statistiske usikkerhed er højst {margins} ({level} sikkerhed).",
        "margin_of_answer": (
            "Den statistiske usikkerhed på andelen, der svarer {answer}, er {margins} "
            "({level} sikkerhed)."
        ),
        "interval_wilson": "Intervallerne er konfidensintervaller efter Wilsons metode.",
        "interval_logit": "Intervallerne er beregnet på logit-skalaen.",
        "interval_korn_graubard": "Intervallerne er beregnet efter Clopper og Pearsons metode.",
        "interval_recommended": (
            "Intervallerne er beregnet efter Wilsons metode og, hvor et svar er sjældent eller "
            "næsten enerådende, efter Clopper og Pearsons."
        ),
        "weighted": "Tallene er vægtede; N er antallet af svar uden vægt.",
        "designed": "Usikkerhed og test tager hensyn til, hvordan stikprøven er trukket.",
        "finite": (
            "Usikkerheden er sat ned, fordi en stor del af alle er med; det forudsætter, at de, "
            "der svarede, er trukket tilfældigt."
        ),
        "corrected": "P-værdierne er korrigeret for, at der er flere test ({method}).",
        "corrected_items": (
            "P-værdierne for de enkelte valgmuligheder er korrigeret for, at der er flere test "
            "({method})."
        ),
    },
    "nb": {
        "letters": (
            "En bokstav ved et tall i tabellen betyr at andelen er større "
            "enn i gruppen med den bokstaven ({level}-nivå, ikke korrigert for flere tester)."
        ),
        "letters_corrected": (
            "En bokstav ved et tall i tabellen betyr at andelen er større "
            "enn i gruppen med den bokstaven ({level}-nivå, korrigert etter {method})."
        ),
        "n": "N = {n} {counted}.",
        "n_by_item": "N = {lowest} til {highest} {counted}, avhengig av utsagnet.",
        "several_answers": (
            "Det var mulig å sette flere kryss, så andelene kan til sammen bli over {hundred}."
        ),
        "several_themes": (
            "Et svar kan handle om flere temaer, så andelene kan til sammen bli over {hundred}."
        ),
        "boxes_themes": (
            "Arealet av et felt er temaets del av alle de viste temaene; tallet er andelen av "
            "svarene."
        ),
        "boxes_ticks": (
            "Arealet av et felt er svarets del av alle de viste kryssene; tallet er andelen av dem "
            "som har svart."
        ),
        "asked_if": "Spørsmålet er bare stilt til dem som har svart {answers} på {source}.",
        "only": "Figuren omfatter bare dem som har svart {answers} på {source}.",
        "missing_in_base": "Andelene er av alle svar, også {answers}.",
        "left_out_one": "Svaret {answers} er holdt utenfor beregningen.",
        "left_out_several": "Svarene {answers} er holdt utenfor beregningen.",
        "left_out_one_n": "Svaret {answers} er holdt utenfor beregningen (n = {n}).",
        "left_out_several_n": "Svarene {answers} er holdt utenfor beregningen (n = {n}).",
        "made_from": "Gruppene er laget ut fra {source}.",
        "made_of": "Gruppene er laget ut fra svarene på {source}: {groups}.",
        "made_of_group": "{group} omfatter {answers}",
        "rest_left_out": "Øvrige svar på det spørsmålet er ikke med i figuren.",
        "crossed": "Gruppene kombinerer {variables}.",
        "net": "{net} samler svarene {answers}.",
        "dependent": "Det er statistisk avhengighet mellom {group} og svar ({test}, {p}).",
        "independent": ("Det kan ikke avvises at svarene er uavhengige av {group} ({test}, {p})."),
        "untested": (
            "Det vises ingen test av om svarene avhenger av {group}: svarene er for få eller for "
            "like, eller testen kunne røpe hva enkelte har svart."
        ),
        "dependent_items": (
            "Det er statistisk avhengighet mellom {group} og svarene på {items} ({test})."
        ),
        "independent_items": (
            "Det kan ikke avvises at svarene på {items} er uavhengige av {group} ({test})."
        ),
        "untested_items": (
            "Det vises ingen test av om svarene på {items} avhenger av {group}: svarene er for få "
            "eller for like, eller testen kunne røpe hva enkelte har svart."
        ),
        "small_expected": (
            "Testen er usikker fordi noen grupper har få svar (lave forventede antall)."
        ),
        "margin": "Den statistiske usikkerheten er høyst {margins} ({level} sikkerhet).",
        "margin_of_answer": (
            "Den statistiske usikkerheten i andelen som svarer {answer}, er {margins} "
            "({level} sikkerhet)."
        ),
        "interval_wilson": "Intervallene er konfidensintervaller etter Wilsons metode.",
        "interval_logit": "Intervallene er beregnet på logit-skalaen.",
        "interval_korn_graubard": "Intervallene er beregnet etter Clopper og Pearsons metode.",
        "interval_recommended": (
            "Intervallene er beregnet etter Wilsons metode og, der et svar er sjeldent eller "
            "nesten enerådende, etter Clopper og Pearsons."
        ),
        "weighted": "Tallene er vektet; N er antallet svar uten vekt.",
        "designed": "Usikkerhet og tester tar hensyn til hvordan utvalget er trukket.",
        "finite": (
            "Usikkerheten er satt ned fordi en stor del av alle er med; det forutsetter at de som "
            "svarte, er trukket tilfeldig."
        ),
        "corrected": "P-verdiene er korrigert for at det er flere tester ({method}).",
        "corrected_items": (
            "P-verdiene for de enkelte valgmulighetene er korrigert for at det er flere tester "
            "({method})."
        ),
    },
    "en": {
        "letters": (
            "A letter beside a number in the table means that the share is "
            "larger than in the group with that letter ({level} level, not corrected for "
            "several tests)."
        ),
        "letters_corrected": (
            "A letter beside a number in the table means that the share is "
            "larger than in the group with that letter ({level} level, corrected by {method})."
        ),
        "n": "N = {n} {counted}.",
        "n_by_item": "N = {lowest} to {highest} {counted}, depending on the statement.",
        "several_answers": (
            "Several answers could be ticked, so the shares may add up to more than {hundred}."
        ),
        "several_themes": (
            "An answer can have several themes, so the shares may add up to more than {hundred}."
        ),
        "boxes_themes": (
            "The area of a box is the theme’s part of all themes shown; the number is its share of "
            "the answers."
        ),
        "boxes_ticks": (
            "The area of a box is the option’s part of all ticks shown; the number is its share of "
            "those who answered."
        ),
        "asked_if": "The question was put only to those who answered {answers} to {source}.",
        "only": "The figure covers only those who answered {answers} to {source}.",
        "missing_in_base": "Shares are of all answers, {answers} among them.",
        "left_out_one": "The answer {answers} is left out of the calculation.",
        "left_out_several": "The answers {answers} are left out of the calculation.",
        "left_out_one_n": "The answer {answers} is left out of the calculation (n = {n}).",
        "left_out_several_n": ("The answers {answers} are left out of the calculation (n = {n})."),
        "made_from": "The groups are made from {source}.",
        "made_of": "The groups are made from the answers to {source}: {groups}.",
        "made_of_group": "{group} covers {answers}",
        "rest_left_out": "Other answers to that question are not part of the figure.",
        "crossed": "The groups combine {variables}.",
        "net": "{net} combines the answers {answers}.",
        "dependent": "Answers and {group} are statistically dependent ({test}, {p}).",
        "independent": (
            "It cannot be ruled out that answers are independent of {group} ({test}, {p})."
        ),
        "untested": (
            "No test is shown of whether answers depend on {group}: the answers are too few or too "
            "alike, or the test could give away what individuals answered."
        ),
        "dependent_items": (
            "The answers to {items} and {group} are statistically dependent ({test})."
        ),
        "independent_items": (
            "It cannot be ruled out that the answers to {items} are independent of {group} "
            "({test})."
        ),
        "untested_items": (
            "No test is shown of whether the answers to {items} depend on {group}: the answers are "
            "too few or too alike, or the test could give away what individuals answered."
        ),
        "small_expected": (
            "The test is uncertain because some groups have few responses (low expected counts)."
        ),
        "margin": "The margin of error is at most {margins} ({level} confidence).",
        "margin_of_answer": (
            "The margin of error of the share answering {answer} is {margins} ({level} confidence)."
        ),
        "interval_wilson": "The intervals are confidence intervals by Wilson’s method.",
        "interval_logit": "The intervals are computed on the logit scale.",
        "interval_korn_graubard": "The intervals are computed by Clopper and Pearson’s method.",
        "interval_recommended": (
            "The intervals are computed by Wilson’s method and, where an answer is rare or nearly "
            "universal, by Clopper and Pearson’s."
        ),
        "weighted": "The numbers are weighted; N counts the answers without weights.",
        "designed": "Uncertainty and tests allow for how the sample was drawn.",
        "finite": (
            "Uncertainty is reduced because a large part of everyone is included; this assumes "
            "that those who answered were drawn at random."
        ),
        "corrected": "P-values are corrected for several tests ({method}).",
        "corrected_items": (
            "P-values of the single options are corrected for several tests ({method})."
        ),
    },
}


def sentence(name: str, language: str, **values: str) -> str:
    """The sentence of that name with its fields filled in."""
    words = in_language(SENTENCES, language)[name].format(**values)
    return words.replace(" = ", tied(" = "))
