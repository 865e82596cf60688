"""Scales in Danish, Norwegian, Swedish, English and German, wording by wording; data alone."""

from dataclasses import dataclass


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


ATTITUDES = (
    ScaleWords("yes and no", ("ja|yes|jo", "nej|nei|no|nein"), scored=False),
    ScaleWords(
        "agreement",
        (
            "helt enig|meget enig|fuldstændig enig|svært enig|i høj grad enig|strongly agree"
            "|completely agree|totally agree|agree strongly|agree completely|fully agree"
            "|instämmer helt|instämmer helt och hållet|håller helt med|stimme voll zu|voll und ganz"
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
            "uenig|overvejende uenig|mindre enig|disagree|mostly disagree|instämmer inte"
            "|stimme nicht zu"
            "|trifft nicht zu|håller inte med",
            "helt uenig|meget uenig|fuldstændig uenig|svært uenig|strongly disagree"
            "|completely disagree|totally disagree|disagree strongly|disagree completely"
            "|instämmer inte alls|stimme gar nicht zu"
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
            "fremragende|utmerket|utmærket|excellent|outstanding|utmärkt|ausgezeichnet"
            "|hervorragend|virkelig god|særdeles god",
            "meget god|meget godt|vældig god|vældig godt|svært god|svært godt|very good"
            "|mycket bra|sehr gut",
            "god|godt|good|bra|gut",
            "hverken god eller dårlig|hverken godt eller dårligt|verken god eller dårlig"
            "|verken godt eller dårlig|nogenlunde|någorlunda|noenlunde|rimelig|middels|fair"
            "|average|acceptable|okay|ok|middelmådig|moderat|neither good nor bad"
            "|neither good nor poor|varken bra eller dålig|varken bra eller dåligt|mittelmäßig"
            "|befriedigend|zufriedenstellend|teils gut teils schlecht|es geht|hverken eller"
            "|verken eller|varken eller|teils teils",
            "mindre god|mindre godt|mindre bra|weniger gut|less good|not so good|ikke så god",
            "dårlig|dårligt|poor|bad|dålig|dåligt|schlecht",
            "meget dårlig|meget dårligt|svært dårlig|very poor|very bad|mycket dålig|sehr schlecht",
        ),
    ),
    ScaleWords(
        "frequency",
        (
            "altid|alltid|always|immer|hele tiden|all of the time|all the time|every time|stets"
            "|hele tida|hela tiden|die ganze zeit|svært ofte eller alltid|hver gang|varje gång",
            "næsten altid|nesten alltid|nästan alltid|almost always|nearly always|fast immer"
            "|almost every time|altid næsten altid",
            "mere end en gang om dagen|more than once a day|several times a day"
            "|flere ganger daglig",
            "dagligt|daglig|hver dag|daily|every day|once a day|dagligen|täglich",
            "meget tit|som regel|vanligvis|usually|most of the time|meistens|oftest|meget ofte"
            "|svært ofte"
            "|very often|mycket ofta|sehr oft|sehr häufig|det meste av tiden|det meste af tiden"
            "|den største delen av tiden|för det mesta|veldig ofte|väldigt ofta|very frequently",
            "frequently|ofte|often|ofta|oft|häufig|tit|ganska ofta|ganske ofte|nokså ofte"
            "|fairly often|ziemlich oft|a good bit of the time"
            "|a few times per week|several times a week|flere gange om ugen|flere ganger i uken",
            "between once a day and once a week",
            "more than half of the time|lidt mere end halvdelen af tiden"
            "|mere end halvdelen af tiden"
            "|mer enn halvparten av tiden|mer än halva tiden|mehr als die hälfte der zeit",
            "about half the time|about half of the time|cirka halvdelen af tiden"
            "|omtrent halvparten av tiden|ungefär halva tiden"
            "|ungefähr die hälfte der zeit",
            "ugentligt|ukentlig|hver uge|hver uke|weekly|once a week|varje vecka|wöchentlich"
            "|between once a week and once a month",
            "af og til|av og til|nogle gange|noen ganger|iblandt|ibland|sometimes|occasionally"
            "|occasionally sometimes|somme tider|sommetider|undertiden"
            "|manchmal|gelegentlich|ab und zu|hin und wieder|some of the time"
            "|a few times per month|flere gange om måneden",
            "less than half of the time|lidt mindre end halvdelen af tiden"
            "|mindre end halvdelen af tiden"
            "|mindre enn halvparten av tiden|mindre än halva tiden|weniger als die hälfte der zeit"
            "|once in a while|en gang imellem|en gang i blant|då och då|en gång ibland",
            "månedligt|månedlig|hver måned|monthly|once a month|once a month or less|monatlich"
            "|en gang om måneden|månadsvis|less than once a month",
            "sjældent|sjelden|sällan|rarely|seldom|selten|en sjælden gang"
            "|lite af tiden|lidt af tiden|litt av tiden|a little of the time|eher selten"
            "|once a year or less|årligt"
            "|årlig|yearly|once a year|jährlich",
            "almost never|næsten aldrig|nesten aldri|nästan aldrig|fast nie|hardly ever"
            "|meget sjældent|svært sjelden|mycket sällan|sehr selten|very rarely|very seldom"
            "|aldrig næsten aldrig|aldri nesten aldri|nie fast nie|never hardly ever"
            "|never almost never|aldrig nästan aldrig|sjelden eller aldri|sjældent eller aldrig"
            "|selten oder nie|sällan eller aldrig|rarely or never",
            "aldrig|aldri|på intet tidspunkt|never|nie|niemals|none of the time|ingen gang"
            "|not at all|i don t use r any more",
        ),
        unipolar=True,
    ),
    ScaleWords(
        "extent",
        (
            "i meget høj grad|i svært høy grad|i svært stor grad|i meget stor grad"
            "|i mycket hög grad"
            "|i mycket stor utsträckning|i mycket hög utsträckning|i meget stort omfang"
            "|i meget høyt omfang|i meget stor udstrækning|i svært stor utstrekning|helt"
            "|i svært høj grad|i mycket stor grad|to a very great extent|to a very large extent"
            "|to a very high degree|in sehr hohem maße|in sehr hohem maß|in sehr hohem grad"
            "|in sehr starkem maße|sehr stark|sehr viel|svært mye|veldig mye|rigtig meget"
            "|väldigt mycket|very much|a great deal|väldigt mycket",
            "i høj grad|i høy grad|i stor grad|i hög grad|i stor utsträckning|i hög utsträckning"
            "|i stort omfang|i stor udstrækning|i stor utstrekning|to a great extent"
            "|to a large extent|to a high degree|in hohem maße|in hohem maß|in hohem grad"
            "|in starkem maße|a lot|quite a lot|meget|mye|mycket|viel|stark|til stor del"
            "|till stor del",
            "i ret høj grad|i ganske høj grad|i ganske stor grad|i nokså stor grad"
            "|i ganska hög grad|i ganska stor utsträckning|in ziemlich hohem maße|quite a bit"
            "|en del|en hel del|ganske mye|nokså mye|ganska mycket|temmelig meget|ziemlich",
            "i nogen grad|i noen grad|i viss mån|i viss grad|i någon grad|i viss utsträckning"
            "|i någon utsträckning|i et vist omfang|i nogen udstrækning|i noen utstrekning"
            "|i hverken stor eller liten grad|i hverken høj eller lav grad|i middels grad"
            "|to some extent|to a moderate extent|to some degree|somewhat|til en viss grad"
            "|til dels|delvis|delvist|till viss del|in gewissem maße|in mittlerem maße"
            "|teilweise|zum teil|teils teils|mittelmäßig|mittel|noget|noe|något|etwas|some"
            "|a moderate amount|moderately",
            "i mindre grad|i lav grad|i liten grad|i ringe grad|i låg grad|i begrænset grad"
            "|i mindre utsträckning|i liten utsträckning|i låg utsträckning|i mindre omfang"
            "|i begrænset omfang|i ringe udstrækning|i mindre udstrækning|i liten utstrekning"
            "|i begrenset grad|i beskjeden grad|to a small extent|to a lesser extent"
            "|to a limited extent|to a low degree|only a little|a little|a little bit|slightly"
            "|in geringem maße|in geringem maß|in geringem grad|lidt|litt|lite|wenig|kaum"
            "|hardly",
            "i meget lav grad|i meget lille grad|i svært liten grad|i svært lav grad"
            "|i meget ringe grad|i meget liten grad|i mycket låg grad|i mycket liten utsträckning"
            "|i mycket liten grad|i meget ringe udstrækning|to a very small extent"
            "|to a very low degree|very little|in sehr geringem maße|in sehr geringem maß"
            "|in sehr geringem grad|meget lidt|svært lite|veldig lite|mycket lite|sehr wenig",
            "slet ikke|overhodet ikke|overhovedet ikke|ikke i det hele tatt|inte alls|not at all"
            "|gar nicht|überhaupt nicht|none at all|nothing at all|ikke|nicht|aldeles ikke",
        ),
        unipolar=True,
    ),
    ScaleWords(
        "change",
        (
            "i expect to use it more|increase|increased|improved|grown|steget|øget|økt|ökat"
            "|gått opp|gått op|gått upp"
            "|gestiegen|zugenommen|forbedret|förbättrats|verbessert|bedre|bättre|besser|better"
            "|more|stige|øge|mere|mer|ökar|mehr|zunehmen",
            "i expect to use it about the same|no change|unchanged|stayed the same|det samme"
            "|som før"
            "|omtrent uendret|ingen ændring|ingen endring|ingen förändring|gleich geblieben"
            "|keine veränderung|about the same|the same|uændret|uendret|oförändrat"
            "|same|stay the same|unverändert|gleich viel",
            "i expect to use it less|decrease|decreased|worsened|declined|faldet|redusert"
            "|minskat|gått ned|gået ned|gått ner"
            "|gesunken|abgenommen|forværret|forverret|försämrats|verschlechtert|værre|verre"
            "|dårligere|sämre|schlechter|worse|less|falde|mindre|minskar|weniger|abnehmen",
        ),
    ),
    ScaleWords(
        "difficulty",
        (
            "meget svært|mycket svårt|svært vanskelig|meget vanskeligt|very difficult|sehr schwer"
            "|sehr schwierig|veldig vanskelig|extremely difficult|very hard",
            "svært|svårt|vanskelig|vanskeligt|difficult|schwer|schwierig|hard",
            "ret svært|ganska svårt|ganske vanskelig|nokså vanskelig|fairly difficult"
            "|somewhat difficult|eher schwer|eher schwierig|ziemlich schwer",
            "hverken let eller svært|hverken eller|verken lett eller vanskelig|varken eller"
            "|varken lätt eller svårt|neither easy nor difficult|neutral|weder noch|verken eller"
            "|teils teils|weder leicht noch schwer",
            "ret let|ganska lätt|ganske lett|nokså lett|fairly easy|somewhat easy|eher leicht"
            "|ziemlich leicht|eher einfach",
            "let|lätt|lett|easy|leicht|einfach|nemt",
            "meget let|mycket lätt|svært lett|veldig lett|very easy|sehr leicht|sehr einfach"
            "|meget nemt|extremely easy",
        ),
    ),
    ScaleWords(
        "certainty",
        (
            "definitely consider|ja helt sikkert|ja bestemt|helt sikkert|definitely"
            "|definitely yes|yes definitely"
            "|ja absolut|ja absolutt|ja absolut helt säkert|ja auf jeden fall|auf jeden fall"
            "|ja bestimmt|bestimmt",
            "ja sandsynligvis|sandsynligvis|ja sannsynligvis|sannsynligvis|probably"
            "|probably yes|yes probably|ja troligen|troligen|ja måske|ja kanskje"
            "|ja wahrscheinlich|wahrscheinlich|ja i nogen grad|ja delvis|ja delvist",
            "måske|kanskje|kanske|maybe|perhaps|possibly|vielleicht|might or might not"
            "|might or might not consider|muligvis|muligens",
            "nej sandsynligvis ikke|sandsynligvis ikke|nei sannsynligvis ikke|probably not"
            "|sannsynligvis ikke|nej troligen inte|troligen inte|nein wahrscheinlich nicht"
            "|wahrscheinlich nicht|no probably not",
            "nej helt sikkert ikke|nej bestemt ikke|helt sikkert ikke|definitely not"
            "|nei helt sikkert ikke|nej absolut inte|nein auf keinen fall|auf keinen fall"
            "|bestimmt nicht|no definitely not|would not consider",
        ),
    ),
)
"""Scales of what somebody thinks, does or has seen."""
