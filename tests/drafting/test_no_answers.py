"""Answers that are none, in five languages."""

import pytest

from pipeline.drafting.no_answers import is_missing

NONE = """
Ved ikke|Det ved jeg ikke|Ikke relevant|Ønsker ikke at svare|Ønsker ikke at oplyse|Vil ikke svare
Uoplyst|Kan ikke svare|Kan ikke vurdere|Husker ikke|Ingen holdning|Ikke relevant for mig|Ubesvaret
Vet ikke|Ikke aktuelt|Ønsker ikke å svare|Ønsker ikke å oppgi|Ikke oppgitt|Ubesvart|Ingen formening
Kan ikke ta stilling|Ikke aktuelt for oss|Ikke sikker|Har ingen formening
Vet ej|Vet inte|Ej aktuellt|Ej relevant|Vill inte svara|Vill ej uppge|Ingen åsikt|Inget svar
Kan inte bedöma|Minns inte|Uppgift saknas|Ej svar|Ingen uppfattning
Don't know|I don't know|Not applicable|N/A|Prefer not to say|I'd rather not say|No opinion
Does not apply|Not sure|Refused|Can't remember|No answer|Decline to answer
DK/NA|Don’t know / Refused
Weiß nicht|Weiss nicht|Keine Angabe|k. A.|Kann ich nicht beurteilen|Möchte ich nicht sagen
Nicht zutreffend|Entfällt|Keine Antwort|Keine Meinung|Antwort verweigert|weiß nicht/keine Angabe
-|–|n/a|N.A.|Ikke relevant/ vet ikke|Ved ikke / ikke relevant|Vet ej/ingen åsikt
""".strip()
ANSWERS = """
Enig|Ved ikke hvad det er|Ja|Nej|Ingen|Aldrig|Trifft nicht zu|Stimme nicht zu|Ikke vigtigt|Inte alls
Andet|Annet/vil ikke svare|Not at all|None|Keine|Neutral|Har ikke bil|++|--- og mere|Kender det ikke
"""


@pytest.mark.parametrize("label", NONE.replace("\n", "|").split("|"))
def test_answers_that_are_none(label: str) -> None:
    assert is_missing(label)


@pytest.mark.parametrize("label", ANSWERS.strip().replace("\n", "|").split("|"))
def test_answers_that_mean_something(label: str) -> None:
    assert not is_missing(label)
