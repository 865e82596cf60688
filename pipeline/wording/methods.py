"""What the methods page says of each method, with its formula and source.

A text names its numbers in braces; formulas are TeX and the same in every language.
"""

from collections.abc import Mapping

FORMULAS: dict[str, str] = {
    "interval_wald": r"\hat p \pm z \sqrt{\frac{\hat p (1 - \hat p)}{n}}",
    "interval_wilson": r"\frac{\hat p + \frac{z^2}{2n} \pm z \sqrt{\frac{\hat p (1 - \hat p)}{n} "
    r"+ \frac{z^2}{4n^2}}}{1 + \frac{z^2}{n}}",
    "interval_logit": r"\operatorname{logit} \hat p \pm t \frac{\mathrm{se}(\hat p)}"
    r"{\hat p (1 - \hat p)}",
    "test_chi_squared": r"X^2 = \sum \frac{(O - E)^2}{E}",
    "test_rao_scott": r"F = \frac{X^2}{\sum \delta_i}, \quad "
    r"\nu_1 = \frac{(\sum \delta_i)^2}{\sum \delta_i^2}",
    "test_items": r"F = \frac{\sum_j X_j^2}{\sum \delta_i}, \quad "
    r"\nu_1 = \frac{(\sum \delta_i)^2}{\sum \delta_i^2}",
    "designed": r"\mathrm{var}(\hat\theta) = \sum_h (1 - f_h) \frac{n_h}{n_h - 1} "
    r"\sum_c (z_{hc} - \bar z_h)^2",
    "weighted": r"n_{\mathrm{eff}} = \frac{(\sum w)^2}{\sum w^2}",
}

SOURCES: dict[str, str] = {
    "interval_wald": "Cochran (1977), Sampling Techniques",
    "interval_wilson": "Wilson (1927), JASA 22; "
    "Brown, Cai & DasGupta (2001), Statistical Science 16",
    "interval_logit": "Korn & Graubard (1999), Analysis of Health Surveys",
    "interval_korn_graubard": "Clopper & Pearson (1934), Biometrika 26; "
    "Korn & Graubard (1998), Survey Methodology 24",
    "interval_recommended": "Brown, Cai & DasGupta (2001), Statistical Science 16; "
    "Korn & Graubard (1998), Survey Methodology 24",
    "test_chi_squared": "Pearson (1900); Cochran (1954), Biometrics 10",
    "test_fisher_exact": "Freeman & Halton (1951), Biometrika 38",
    "test_rao_scott": "Rao & Scott (1984), Annals of Statistics 12",
    "test_ticks": "Bilder & Loughin (2004), Biometrics 60; "
    "Rao & Scott (1984), Annals of Statistics 12",
    "test_items": "Thomas & Decady (2004), Communications in Statistics 33; "
    "Bilder & Loughin (2004), Biometrics 60",
    "test_means": "Welch (1951), Biometrika 38",
    "test_design_means": "Lumley (2010), Complex Surveys",
    "test_ranks": "Kruskal & Wallis (1952), JASA 47",
    "test_design_ranks": "Lumley & Scott (2013), Biometrika 100",
    "test_trend": "Mantel (1963), JASA 58; Agresti (2013), Categorical Data Analysis",
    "test_pairs": "Agresti (2013), Categorical Data Analysis",
    "designed": "Binder (1983), International Statistical Review 51",
    "weighted": "Kish (1965), Survey Sampling",
    "calibrated": "Deming & Stephan (1940), Annals of Mathematical Statistics 11",
}

METHODS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "level": "Figurerne viser usikkerheden med {level} sikkerhed: i det lange løb vil så stor "
        "en del af de intervaller, der beregnes sådan, rumme det sande tal.",
        "interval_wald": "Usikkerheden på en andel er beregnet med normalfordelingen. Den er "
        "let at regne efter, men for optimistisk for små grupper og sjældne svar.",
        "interval_wilson": "Usikkerheden på en andel er et Wilson-interval, som også holder for "
        "små grupper og for andele tæt på 0 og {hundred}.",
        "interval_logit": "Usikkerheden på en andel er beregnet på logit-skalaen.",
        "interval_korn_graubard": "Usikkerheden på en andel er beregnet efter Clopper og Pearsons "
        "metode; med vægte eller design efter Korn og Graubards udgave af den.",
        "interval_recommended": "Usikkerheden på en andel er et Wilson-interval; hvor et svar er "
        "sjældent eller næsten enerådende, bruges Clopper og Pearsons metode, med vægte eller "
        "design i Korn og Graubards udgave.",
        "test_chi_squared": "Om svarene hænger sammen med en gruppe, er afprøvet med Pearsons "
        "chi-i-anden-test af uafhængighed på hele svarfordelingen.",
        "test_fisher_exact": "I små tabeller er Fishers eksakte test brugt: hvor mere end en "
        "femtedel af de forventede antal er under 5, eller et er under 1.",
        "test_rao_scott": "Om svarene hænger sammen med en gruppe, er afprøvet med Rao og Scotts "
        "test, som er Pearsons test rettet for vægte og design.",
        "test_ticks": "Hvor der kunne sættes flere krydser, er det afprøvet med Rao og Scotts "
        "test af krydserne, som tager hensyn til, at den samme kan sætte flere.",
        "test_ticks_alone": "Hvor der kunne sættes flere krydser, er Pearsons test brugt på "
        "krydserne, som om hvert var et svar for sig. Den er let at regne efter, men tager ikke "
        "hensyn til, at den samme kan sætte flere.",
        "test_items": "Hvor der kunne sættes flere krydser, er de viste valgmuligheder desuden "
        "afprøvet under ét blandt dem, der har svaret på dem alle. Pearsons teststørrelser for de "
        "enkelte valgmuligheder er lagt sammen og vurderet med Rao og Scotts metode, fordi den "
        "samme kan sætte flere krydser. Den test indgår ikke i en korrektion for flere test.",
        "test_means": "Gennemsnit er sammenlignet med Welchs test.",
        "test_design_means": "Gennemsnit er sammenlignet med tests, der tager hensyn til vægte og "
        "design.",
        "test_ranks": "Rangorden er sammenlignet med Mann og Whitneys eller Kruskal og Wallis’ "
        "test.",
        "test_design_ranks": "Rangorden er sammenlignet med rangtests, der tager hensyn til vægte "
        "og design.",
        "test_trend": "Hvor grupper har en rækkefølge, er det afprøvet, om svarene stiger eller "
        "falder jævnt med den.",
        "test_pairs": "Grupper er sammenlignet to og to for hvert svar, med bogstaver i tabellen; "
        "forskellen på to andele er målt mod sin usikkerhed.",
        "corrected": "Hvor en figur har flere test, er p-værdierne korrigeret ({methods}).",
        "tests": "Der vises {tests} test; {significant} viser sammenhæng på {alpha}-niveauet"
        ". Var der ingen sammenhænge overhovedet, ville man uden korrektion vente cirka {expected} "
        "alene ved tilfældighed.",
        "tests_one": "Der vises én test på {alpha}-niveauet. Var der ingen sammenhæng, "
        "ville den alligevel vise en med den sandsynlighed.",
        "notests": "Der vises ingen statistiske test.",
        "unweighted": "Tallene er ikke vægtede.",
        "weighted": "Tallene er vægtede. {n} svar vejer som {effective} svar uden vægt.",
        "calibrated": "Vægtene er afstemt, så stikprøven passer med kendte totaler for {margins}. "
        "Den største tilbageværende afvigelse er {difference}.",
        "designed": "Stikprøven er trukket i {strata} strata{clusters}. Varianser er beregnet ved "
        "linearisering.",
        "clusters": " og {clusters} klynger",
        "lonely": "{lonely} strata har kun én enhed; de regnes med deres afstand til gennemsnittet "
        "af alle, hvilket snarere giver for stor end for lille usikkerhed.",
        "lonely_one": "Et stratum har kun én enhed; den regnes med sin afstand til gennemsnittet "
        "af alle, hvilket snarere giver for stor end for lille usikkerhed.",
        "finite": "Intervallerne er gjort smallere, fordi en stor del af alle er med. Det "
        "forudsætter, at de, der svarede, er trukket tilfældigt; bortfald er ikke udtrækning. "
        "Test bruger aldrig den korrektion.",
        "source": "Kilde",
    },
    "nb": {
        "level": "Figurene viser usikkerheten med {level} sikkerhet: i det lange løp vil så stor "
        "del av intervallene som beregnes slik, inneholde det sanne tallet.",
        "interval_wald": "Usikkerheten for en andel er beregnet med normalfordelingen. Den er "
        "lett å regne etter, men for optimistisk for små grupper og sjeldne svar.",
        "interval_wilson": "Usikkerheten for en andel er et Wilson-intervall, som også holder for "
        "små grupper og for andeler nær 0 og {hundred}.",
        "interval_logit": "Usikkerheten for en andel er beregnet på logit-skalaen.",
        "interval_korn_graubard": "Usikkerheten for en andel er beregnet etter Clopper og Pearsons "
        "metode; med vekter eller design etter Korn og Graubards utgave av den.",
        "interval_recommended": "Usikkerheten for en andel er et Wilson-intervall; der et svar er "
        "sjeldent eller nesten enerådende, brukes Clopper og Pearsons metode, med vekter eller "
        "design i Korn og Graubards utgave.",
        "test_chi_squared": "Om svarene henger sammen med en gruppe, er prøvd med Pearsons "
        "kjikvadrattest av uavhengighet på hele svarfordelingen.",
        "test_fisher_exact": "I små tabeller er Fishers eksakte test brukt: der mer enn en "
        "femtedel av de forventede antallene er under 5, eller ett er under 1.",
        "test_rao_scott": "Om svarene henger sammen med en gruppe, er prøvd med Rao og Scotts "
        "test, som er Pearsons test rettet for vekter og design.",
        "test_ticks": "Der det var mulig å sette flere kryss, er det prøvd med Rao og Scotts "
        "test av kryssene, som tar hensyn til at den samme kan sette flere.",
        "test_ticks_alone": "Der det var mulig å sette flere kryss, er Pearsons test brukt på "
        "kryssene, som om hvert var et svar for seg. Den er lett å regne etter, men tar ikke "
        "hensyn til at den samme kan sette flere.",
        "test_items": "Der det var mulig å sette flere kryss, er de viste valgmulighetene "
        "dessuten prøvd under ett blant dem som har svart på alle. Pearsons testobservatorer for "
        "de enkelte valgmulighetene er lagt sammen og vurdert med Rao og Scotts metode, fordi den "
        "samme kan sette flere kryss. Den testen inngår ikke i en korreksjon for flere tester.",
        "test_means": "Gjennomsnitt er sammenlignet med Welchs test.",
        "test_design_means": "Gjennomsnitt er sammenlignet med tester som tar hensyn til vekter "
        "og design.",
        "test_ranks": "Rangorden er sammenlignet med Mann og Whitneys eller Kruskal og Wallis’ "
        "test.",
        "test_design_ranks": "Rangorden er sammenlignet med rangtester som tar hensyn til vekter "
        "og design.",
        "test_trend": "Der grupper har en rekkefølge, er det prøvd om svarene øker eller avtar "
        "jevnt med den.",
        "test_pairs": "Grupper er sammenlignet to og to for hvert svar, med bokstaver i tabellen; "
        "forskjellen mellom to andeler er målt mot sin usikkerhet.",
        "corrected": "Der en figur har flere tester, er p-verdiene korrigert ({methods}).",
        "tests": "Det vises {tests} tester; {significant} viser sammenheng på {alpha}-nivået. "
        "Fantes det ingen sammenhenger i det hele tatt, ville en uten korreksjon vente omtrent "
        "{expected} ved ren tilfeldighet.",
        "tests_one": "Det vises én test på {alpha}-nivået. Fantes det ingen sammenheng, ville "
        "den likevel vise en med den sannsynligheten.",
        "notests": "Det vises ingen statistiske tester.",
        "unweighted": "Tallene er ikke vektet.",
        "weighted": "Tallene er vektet. {n} svar veier som {effective} svar uten vekt.",
        "calibrated": "Vektene er avstemt slik at utvalget passer med kjente totaler for "
        "{margins}. Det største gjenværende avviket er {difference}.",
        "designed": "Utvalget er trukket i {strata} strata{clusters}. Varianser er beregnet ved "
        "linearisering.",
        "clusters": " og {clusters} klynger",
        "lonely": "{lonely} strata har bare én enhet; de regnes med avstanden til gjennomsnittet "
        "av alle, noe som heller gir for stor enn for liten usikkerhet.",
        "lonely_one": "Ett stratum har bare én enhet; den regnes med avstanden til gjennomsnittet "
        "av alle, noe som heller gir for stor enn for liten usikkerhet.",
        "finite": "Intervallene er gjort smalere fordi en stor del av alle er med. Det "
        "forutsetter at de som svarte, er trukket tilfeldig; frafall er ikke trekning. Tester "
        "bruker aldri den korreksjonen.",
        "source": "Kilde",
    },
    "en": {
        "level": "The figures show uncertainty at {level} confidence: in the long run that share "
        "of the intervals computed this way will hold the true number.",
        "interval_wald": "The uncertainty of a share is computed with the normal distribution. It "
        "is easy to check by hand, but too optimistic for small groups and rare answers.",
        "interval_wilson": "The uncertainty of a share is a Wilson interval, which also holds for "
        "small groups and for shares close to 0 and {hundred}.",
        "interval_logit": "The uncertainty of a share is computed on the logit scale.",
        "interval_korn_graubard": "The uncertainty of a share is computed by Clopper and Pearson’s "
        "method; under weights or a design by Korn and Graubard’s form of it.",
        "interval_recommended": "The uncertainty of a share is a Wilson interval; where an answer "
        "is rare or nearly universal, Clopper and Pearson’s method is used, under weights or a "
        "design in Korn and Graubard’s form.",
        "test_chi_squared": "Whether answers depend on a group was tested with Pearson’s "
        "chi-squared test of independence on the whole distribution of answers.",
        "test_fisher_exact": "In small tables Fisher’s exact test was used: where more than a "
        "fifth of the expected counts are below 5, or one is below 1.",
        "test_rao_scott": "Whether answers depend on a group was tested with Rao and Scott’s test, "
        "which is Pearson’s corrected for weights and design.",
        "test_ticks": "Where several answers could be ticked, Rao and Scott’s test of the ticks "
        "was used, which allows for the same respondent ticking several.",
        "test_ticks_alone": "Where several answers could be ticked, Pearson’s test was used on "
        "the ticks as if each were a response of its own. It is easy to check by hand, but does "
        "not allow for the same respondent ticking several.",
        "test_items": "Where several answers could be ticked, the options shown were also tested "
        "all together, among those who answered every one. Pearson’s statistics of the single "
        "options were added up and judged by Rao and Scott’s method, because one respondent may "
        "tick several. That test takes no part in a correction for several tests.",
        "test_means": "Means were compared with Welch’s test.",
        "test_design_means": "Means were compared with tests that allow for weights and design.",
        "test_ranks": "Ranks were compared with Mann and Whitney’s or Kruskal and Wallis’s test.",
        "test_design_ranks": "Ranks were compared with rank tests that allow for weights and "
        "design.",
        "test_trend": "Where groups are ordered, it was tested whether answers rise or fall "
        "steadily with them.",
        "test_pairs": "Groups were compared two by two for each answer, with letters in the table: "
        "the difference of two shares against its standard error.",
        "corrected": "Where a figure has several tests, the p-values are corrected ({methods}).",
        "tests": "{tests} tests are shown; {significant} show a dependence at the {alpha} level. "
        "If there were no dependence anywhere, about {expected} would be expected by chance alone, "
        "without a correction.",
        "tests_one": "One test is shown, at the {alpha} level. If there were no dependence, it "
        "would still show one with that probability.",
        "notests": "No statistical tests are shown.",
        "unweighted": "The numbers are not weighted.",
        "weighted": "The numbers are weighted. {n} answers weigh as {effective} answers without "
        "weights.",
        "calibrated": "The weights agree with the known totals of {margins}. The largest remaining "
        "difference is {difference}.",
        "designed": "The sample was drawn in {strata} strata{clusters}. Variances are computed by "
        "linearisation.",
        "clusters": " and {clusters} clusters",
        "lonely": "{lonely} strata have a single unit; they count with their distance from the "
        "mean of all, which gives too large rather than too small an uncertainty.",
        "lonely_one": "One stratum has a single unit; it counts with its distance from the mean of "
        "all, which gives too large rather than too small an uncertainty.",
        "finite": "Intervals are narrower because a large part of everyone is included. This "
        "assumes that those who answered were drawn at random; non-response is not sampling. Tests "
        "never use that correction.",
        "source": "Source",
    },
}
