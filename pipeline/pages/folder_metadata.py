"""What every page of a wave has in its head and foot: Quarto's own file for a folder; pure."""

import yaml

from pipeline.blocks.citation import citation_metadata
from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.pages.translations import translation_notice, untranslated
from pipeline.planning.plan import Plan
from pipeline.wave import Wave


def folder_metadata(plan: Plan, codebook: Codebook, wave: Wave, standing: str = "") -> bytes:
    """`_metadata.yml` of the pages in the codebook's main language.

    standing: what every page says of a draft or a correction.
    """
    language = codebook.language
    metadata: dict[str, object] = {"lang": language, "wave": in_language(wave.title, language)}
    lacking = untranslated(codebook, wave, plan, language)
    notice = (
        standing,
        in_language(wave.demonstration, language),
        translation_notice(lacking, language),
    )
    if any(notice):
        metadata["notice"] = " ".join(filter(None, notice))
    metadata["citation"] = citation_metadata(wave, language)
    return yaml.safe_dump(metadata, allow_unicode=True, sort_keys=False).encode()
