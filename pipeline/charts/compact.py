"""Smaller SVG that draws the same: a page of pictures should stay light on a phone."""

import re
from collections.abc import Sequence

REPLACEMENTS: Sequence[tuple[re.Pattern[bytes], bytes]] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        # Labels stand in comments above their outlines; they are untrusted, and not needed.
        (rb"<!--.*?-->|<\?xml.*?\?>|<!DOCTYPE[^>]*>", b""),
        (rb'(<svg[^>]*? width="[\d.]+)pt" height="([\d.]+)pt"', rb'\1" height="\2"'),
        (rb"(#|id=\")DejaVuSans-Bold-", rb"\1b"),
        (rb"(#|id=\")DejaVuSans-", rb"\1r"),
        (rb' transform="translate\((-?[\d.]+) 0\)"/>', rb' x="\1"/>'),
        (rb' xmlns:xlink="[^"]*"', b""),
        (rb"xlink:href", b"href"),
        # A hundredth of a pixel is enough for places, but not for the scales of letters.
        (rb"(?<![\d.])([1-9]\d*\.\d\d)\d+", rb"\1"),
        # Styles as attributes, which a strict content security policy lets through.
        (rb"<defs>\s*<style.*?</style>\s*</defs>", b""),
        (rb"\s*\n\s*", b"\n"),
        (rb"(?<=[\d.z])\n(?=[A-Za-z\"])|(?<=[A-Z]) (?=-?\d)|(?<=[>])\n", b""),
        # Marks that were given no name get none.
        (rb'<g id="(?:line2d|patch)_\d+">(<path[^>]*/>)</g>', rb"\1"),
        (rb'<g id="text_\d+">(<g [^>]*>(?:(?!</g>).)*</g>)</g>', rb"\1"),
    )
)

# The outline of a letter; its coordinates are whole numbers of 64 to a point of a size of 100.
GLYPH = re.compile(rb'(<path id="[rb][0-9a-f]+" d=")([^"]*)(" transform="scale\()0\.015625\)"')
COARSER = 8
"""Eight of these make one of the new units: an eight-hundredth of the letter's size."""

STYLE = re.compile(rb' style="([^"]*)"')


def compact(svg: bytes) -> bytes:
    """The SVG of matplotlib in px, with short names and two decimals, without comments or CSS."""
    for pattern, replacement in REPLACEMENTS:
        svg = pattern.sub(replacement, svg)
    return GLYPH.sub(_coarser, STYLE.sub(_attributes, svg))


def _coarser(glyph: re.Match[bytes]) -> bytes:
    outline = re.sub(rb"-?\d+", lambda number: b"%d" % round(int(number[0]) / COARSER), glyph[2])
    return b'%s%s%s0.125)"' % (glyph[1], outline, glyph[3])


def _attributes(style: re.Match[bytes]) -> bytes:
    declarations = (one.split(b":") for one in style.group(1).split(b";"))
    return b"".join(b' %s="%s"' % (name.strip(), value.strip()) for name, value in declarations)
