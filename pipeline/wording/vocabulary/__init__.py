"""The words for numbers that prose may use, a module a language: this is the place to translate.

All in lower case; a space also stands for a hyphen between two words (two-thirds).
"""

from pipeline.wording.vocabulary.danish import DANISH
from pipeline.wording.vocabulary.english import ENGLISH
from pipeline.wording.vocabulary.norwegian import NORWEGIAN
from pipeline.wording.vocabulary.words import Vocabulary

__all__ = ["VOCABULARIES", "Vocabulary"]

VOCABULARIES = {"da": DANISH, "nb": NORWEGIAN, "en": ENGLISH}
