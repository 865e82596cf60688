"""What a person wrote about a wave: its codebook and settings, read and checked."""

from pipeline.codebook import Codebook
from pipeline.codebook_reading import read_codebook
from pipeline.paths import Places
from pipeline.wave import Wave, read_wave


def read_inputs(places: Places) -> tuple[Codebook, Wave]:
    """The codebook and the settings of a wave. Raises `CodebookError`."""
    codebook = read_codebook(places.codebook)
    return codebook, read_wave(places.wave_settings, codebook)
