"""A rendered page, finished the same way whichever program rendered it."""

import re

from pipeline.pages.typography import typeset

TAG = re.compile(r"<(?:a|col|link|td|th)\b[^>]*>")
STYLE = re.compile(r'\s+style="(?P<style>[^"]*)"')
CLASS = re.compile(r'\sclass="(?P<names>[^"]*)"')
ALIGNMENT = re.compile(r"text-align:\s*(left|right|center)")
SOURCE_LINK = re.compile(r'(?P<start>\shref="(?![a-z+]+:)[^"#?]*)\.qmd(?P<end>[#?"])')
CHARSET = re.compile(r"[ \t]*<meta\s+charset=[^>]*>\n?", re.IGNORECASE)
DOCTYPE = re.compile(r"^\s*<!doctype[^>]*>\s*", re.IGNORECASE)
HEAD = re.compile(r"<head\b[^>]*>\n?", re.IGNORECASE)
FORMULA = re.compile(r'<math display="block"(?![^>]*\stabindex)')
CONTENTS_IDS = re.compile(r'(?P<start><a\s[^>]*?)\sid="toc-[^"]*"')


def finished(html: str) -> str:
    """The page with a doctype and its encoding first, no inline style, links to made pages.

    Quarto drops the doctype and the encoding of a template, without which browsers fall into
    quirks mode; pandoc aligns table cells by inline style, which the security policy forbids;
    authors type plain spaces (see `typography`) and link to `page.qmd`, as Quarto's documentation
    shows; a wide formula scrolls on a phone, so the keyboard must reach it; the contents' own ids
    serve nothing.
    """
    html = DOCTYPE.sub("", html)
    html = CHARSET.sub("", html)
    html = HEAD.sub('<head>\n<meta charset="utf-8">\n', html, count=1)
    html = CONTENTS_IDS.sub(r"\g<start>", html)
    html = FORMULA.sub('<math display="block" tabindex="0"', html)
    html = typeset(html)
    html = TAG.sub(lambda tag: _tag(tag[0]), html)
    return "<!doctype html>\n" + html


def _tag(tag: str) -> str:
    tag = SOURCE_LINK.sub(r"\g<start>.html\g<end>", tag)
    style = STYLE.search(tag)
    if style is None:
        return tag
    tag = STYLE.sub("", tag)
    alignment = ALIGNMENT.search(style["style"])
    if alignment is None:
        return tag
    if CLASS.search(tag):
        return CLASS.sub(rf' class="\g<names> {alignment[1]}"', tag, count=1)
    return re.sub(r"(\s*/?>)$", rf' class="{alignment[1]}"\1', tag)
