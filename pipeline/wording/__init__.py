"""Words for readers, in Danish, Norwegian and English: pure functions of values.

Sentence templates stand as dictionaries at the top of the module that fills them, one entry a
language, so that a translator finds them there; `languages.py` lists the languages.
"""
