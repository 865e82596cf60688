"""Whether a column tells who somebody is, by its name, its wording and its answers; pure."""

import re
from itertools import pairwise

from pipeline.coding.personal_data import DANISH, EMAIL, NORWEGIAN
from pipeline.drafting.columns import Column
from pipeline.drafting.wordings import is_wording, name_of

WORDS = re.compile(
    r"(e?mail|epost|mail)(adresse?|adress|address|adr)?"
    r"|(for|foer|efter|etter|mellem|mellom|familie|familien|bruger|bruker|anvaendar|user|full|first"
    r"|last|middle|sur|vor|nach|benutzer|kontakt|contact|deltager|deltaker)?(navn|namn|names?)"
    r"|kontakt(person(en|er)?|personens|oplysninger|opplysninger|uppgifter|daten)?"
    r"|contacts?|contactperson|ansprechpartner(in)?"
    r"|(mobil|privat|arbejds|arbeids)?(telefon|telefone?n|telephone|phone|tlf|mobil|mobile|handy)"
    r"(nr|nummer|number|no)?"
    r"|(post|gate|vej|vaeg|bopael|bosteds|hjemme|privat|besoeks)?(adresse?|address|adress|anschrift)"
    r"|ip|ipaddr|ip(address|adresse|adress)|cpr(nr|nummer|nummeret)?|ssn|pnr|fnr"
    r"|person(nummer|nr)|(foedsels|fodsels)(nummer|nr|dato|dag)|foedelsedatum|geburtsdatum"
    r"|birth(date|day)|dateofbirth|dob|lat|lng|latitude?|longitude?|(bredde|laengde|lengde)grad"
    r"|gps|koordinat(er|en)?|coordinates?|underskrift|signatur(en?)?|unterschrift"
    r"|initialer(ne)?|initialen|initials"
)
"""Words that tell who somebody is, as names of columns are written: without signs and accents."""
NUMBERS = re.compile(
    r"(ansat|ansatt|anstaelld|anstaellnings|medarbejder|medarbeider|medarbetar|personal|loen|loenn"
    r"|tjeneste|mitarbeiter|employee|staff|payroll|personnel"
    r"|medlems?|mitglieds?|member|membership|studie|student|elev|matrikel"
    r"|kunde|kunden|kund|customer|client|klient|konto|account|borger|bruger|bruker|user"
    r"|patient|patienten|pasient|police|polise|forsikrings|foersaekrings|versicherungs|policy"
    r"|sags?|saks?|journal|aerende|case|fall|akten|medicalrecord)"
    r"(nr|no|num|number|nummer|nummeret|numret|id)"
)
"""Numbers by which an organisation knows somebody, in five languages; written as `WORDS`."""
CALLED = frozenset(("hedder", "heter", "heisst", "heissen"))
"""What asks for a name in a wording."""
IP = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}|(?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]+", re.IGNORECASE)
SIGNS_OF_PERSONS = (EMAIL, DANISH, NORWEGIAN, IP)
SHORT = 8
"""Words of a question that asks for a name; "kontakt" in a longer one is a word like others."""
MOSTLY_DISTINCT = 0.6
"""The share of different answers from which few answered alike."""
YES_AND_NO = 2
MOST = 0.5
"""Of the answers that look alike, for a column to be of that kind."""


def is_personal(column: Column) -> bool:
    """Whether a column tells who somebody is.

    By a word in its name, or in the wording of a short question that few answered alike; or by
    addresses and personal numbers in the answers.
    """
    asked = _asked(column)
    if _is_called(column, asked, WORDS) or not CALLED.isdisjoint(asked):
        return True
    told = sum(count for value, count in column.values.items() if _tells(value))
    return told > MOST * column.answered


def is_number_of_person(column: Column) -> bool:
    """Whether a column holds numbers such as an employer's or an association's, by what it is
    called; two answers are yes and no, as in `member_no`.

    Respondents may be told apart by such numbers: the caller leaves that column out.
    """
    return len(column.values) > YES_AND_NO and _is_called(column, _asked(column), NUMBERS)


def name_of_words(text: str) -> list[str]:
    """The words of a text as they are in names of columns."""
    return [name_of(word, ()) for word in re.findall(r"\w+", text)]


def _asked(column: Column) -> list[str]:
    """The words of a short question that few answered alike."""
    asked = name_of_words(column.question) if column.distinct >= MOSTLY_DISTINCT else []
    return asked if len(asked) <= SHORT else []


def _is_called(column: Column, asked: list[str], words: re.Pattern[str]) -> bool:
    """Whether the name of a column, or its question, has one of the words."""
    named = [] if is_wording(column.name) else name_of(column.name, ()).split("_")
    return _has_word(named, words) or _has_word(asked, words)


def _has_word(parts: list[str], words: re.Pattern[str]) -> bool:
    """Whether a part, or two side by side as in `e_post`, is one of the words."""
    pairs = ["".join(pair) for pair in pairwise(parts)]
    return any(words.fullmatch(part) for part in (*parts, *pairs))


def _tells(value: str) -> bool:
    return any(sign.fullmatch(value.strip()) for sign in SIGNS_OF_PERSONS)
