"""Answers that are none: no opinion, no knowledge, not relevant, no wish to answer; pure."""

import re

from pipeline.drafting.wordings import plain

JOINED = ("/", " eller ", " or ", " oder ", " och ", " og ", ",", ";", "(", ")", " - ", " – ")
"""What stands between several of them: "Ikke relevant/ vet ikke"."""
SIGNS = frozenset(("-", "–", "—", "--", "---", ".", "..", "...", "?", "/", "*"))
"""What people key in where there is no answer."""
NONE = re.compile(
    "|".join(
        (
            # Danish and Norwegian
            r"(nej |nei )?(det )?(jeg )?(ved|vet|veit|veid) (jeg )?(ikke|ikkje|ej)( sikkert"
            r"| endnu)?",
            r"ikke (relevant|aktuelt?|besvart|besvaret|oplyst|oppgitt|opplyst|anvendelig|sikker"
            r"|utfylt|udfyldt|spurgt|spurt|stillet|svart|mulig at svare)( for .{1,40}"
            r"| hos .{1,40})?",
            r"(jeg )?(ønsker|vil|ønskjer|vil helst|ønsker helst) (jeg )?(ikke|ikkje) (å |at )?"
            r"(svare|svara|oplyse|opplyse|oppgi|besvare|angive|sige|si)( på .{1,30})?",
            r"foretrækker ikke at svare|foretrekker å ikke svare|nægter at svare|vægrer",
            r"(jeg )?(kan|kjenner|husker) (jeg )?ikke( (svare|vurdere|bedømme|huske|ta stilling"
            r"|besvare"
            r"|tage stilling|si|sige|godt nok til å svare))?",
            r"ingen (mening|formening|holdning|oppfatning|svar|besvarelse|opplysning|oplysning"
            r"|oplysninger|opplysninger|kommentar|data)",
            r"(ubesvar(et|t)|uoplyst|uoppgitt|ukendt|ukjent|manglende svar|intet svar|mangler)",
            r"ikke fått karakter|har (ikke|ingen) (en )?(holdning|mening|formening)",
            # Swedish
            r"(jag )?vet (jag )?(ej|inte)|(ej|inte) (relevant|aktuellt|aktuell|tillämpligt|svar"
            r"|besvarad|besvarat|svarat|angivet|uppgivet|känt)( för .{1,40})?",
            r"(jag )?(vill|önskar) (helst )?(inte|ej) (svara|uppge|ange|säga)",
            r"(jag )?(kan|minns) (inte|ej)( (svara|bedöma|ta ställning|säga))?",
            r"(ingen|inget) (åsikt|uppfattning|svar|uppgift|mening|erfarenhet)|uppgift saknas",
            r"(bortfall|okänt|saknas|har ingen (åsikt|uppfattning))",
            # English
            r"(no )?(i )?(don t|dont|do not|cannot|can t|couldn t) (know|remember|recall|say|choose"
            r"|judge|tell)( .{1,5})?|don t know what this is|dk|dk na",
            r"(i )?(would )?(prefer|rather|wish|choose|prefers) not (to )?(say|answer|disclose"
            r"|state"
            r"|respond|specify|tell|share)|i d rather not (say|answer)",
            r"not (applicable|relevant|sure|asked|stated|answered|available|known|ascertained"
            r"|reported|specified)( to (me|us)| for (me|us))?|(does|do) not apply( to (me|us))?",
            r"no (answer|response|opinion|data|reply|comment)|refused|refusal|refuse to answer"
            r"|(decline|declined) to (answer|say|state)|unsure|unknown|missing|skipped|undisclosed",
            r"have no opinion|haven t (thought|decided)|n a|na|nan|null|nvt",
            # German
            r"(das )?(ich )?wei(ß|ss) (ich )?(es )?nicht|(ich )?kann (ich )?(das |es )?nicht"
            r" (sagen|beurteilen|beantworten|einschätzen)|kann ich nicht beurteilen",
            r"keine? (angaben?|antwort|meinung|beurteilung|bewertung|aussage)( möglich| gemacht)?",
            r"nicht (zutreffend|relevant|beantwortet|anwendbar|bekannt|angegeben|gefragt|erhoben)",
            r"(ich )?möchte (ich )?(dazu )?(lieber )?(nicht|keine angaben?|keine antwort)"
            r" (sagen|antworten|beantworten|angeben|machen|geben)|(antwort )?verweigert",
            r"entfällt|k a|unbekannt|weder noch bekannt|fehlt|ohne angabe",
        )
    )
)
"""Such answers in lower case and without signs, in five languages."""


def is_missing(label: str) -> bool:
    """Whether an answer is none, as "Ved ikke", "-" or "Ikke relevant/ vet ikke"."""
    if label.strip() in SIGNS or NONE.fullmatch(plain(label)):
        return True
    parts = [label]
    for sign in JOINED:
        parts = [one for part in parts for one in part.casefold().split(sign)]
    told = [plain(part) for part in parts if plain(part)]
    return bool(told) and all(NONE.fullmatch(part) for part in told)
