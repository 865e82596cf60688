"""Levels of facts in Danish, Norwegian, Swedish, English and German; data alone."""

from pipeline.drafting.scale_words import ScaleWords

FACTS = (
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
        "share",
        (
            "alle|alla|all|all of them|alle sammen|samtlige|samtliga",
            "næsten alle|nesten alle|nästan alla|almost all|nearly all|fast alle",
            "de fleste|de flesta|most|most of them|flertallet|flertalet|die meisten|størstedelen",
            "mange|många|many|viele|over halvdelen|mer enn halvparten|mer än hälften"
            "|mere end halvdelen|more than half|mehr als die hälfte",
            "halvdelen|halvparten|hälften|half|cirka halvdelen|omkring halvdelen|about half"
            "|omtrent halvparten|ungefär hälften|etwa die hälfte|die hälfte",
            "nogle|noen|några|some|some of them|einige|enkelte|under halvdelen"
            "|mindre end halvdelen|mindre enn halvparten|mindre än hälften|less than half"
            "|weniger als die hälfte",
            "få|a few|few|noen få|nogle få|ett fåtal|wenige|næsten ingen|nesten ingen"
            "|nästan inga|hardly any|fast keine",
            "ingen|inga|none|none of them|keine",
        ),
        unipolar=True,
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
"""Scales of size, experience, schooling, time and of how many."""
