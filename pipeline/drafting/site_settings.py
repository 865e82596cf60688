"""What a person who adds the first own survey must know of the site that it stands on."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.codebooks.codebook import in_language
from pipeline.documents import read_document
from pipeline.errors import DraftError
from pipeline.reading import every_wave, read_inputs


def site_decisions(root: Path, survey: str) -> Iterator[str]:
    """Where the site's name stands, and its publisher, as long as it has no other real survey."""
    settings = root / "reports" / "_quarto.yml"
    others = [one for one in every_wave(root) if one.survey != survey]
    if not settings.is_file() or not all(read_inputs(one)[1].demonstration for one in others):
        return
    document = read_document(settings, DraftError)
    publication = document.values.get("publication") or {}
    title = publication.get("title", "")
    language = str(document.values.get("lang", "en"))
    name = in_language(title, language) if isinstance(title, dict) else title
    beside = (
        f", beside the demonstration, {', '.join(dict.fromkeys(one.survey for one in others))}"
        if others
        else ""
    )
    yield (
        f'{document.where(("publication",))}: the site is called "{name}", its publisher is '
        f'"{publication.get("publisher", "")}" and its language "{language}"{beside}: make it '
        'yours, as README.md says under "Make the site yours"'
    )
