#!/usr/bin/env python3
"""Makes public/fonts/*.woff2 from two registry packages. Run by hand; the results are committed.

    npm install @fontsource-variable/newsreader@5.3.0 @fontsource-variable/source-sans-3@5.3.0
    pip install fonttools==4.68.0 brotli==1.2.1
    python3 style/fonts.py node_modules public/fonts

Both families are under the SIL Open Font License (LICENSES/OFL-*.txt). The serif is cut at two optical sizes
(text and display), weights fixed; the sans keeps its weight axis from 400 to 600. Letters outside French and English
(a rare ɔ, Arabic, Cyrillic, Tifinagh) come from the system.
"""
import io
import sys
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LATIN = (
    "U+20-7E,U+A0,U+A7,U+A9,U+AB,U+B0,U+B7,U+BB,U+C0-C2,U+C4,U+C6-CB,U+CE,U+CF,U+D4,U+D6,U+D7,U+D9,U+DB,U+DC,"
    "U+E0-E2,U+E4,U+E6-EF,U+F1-F4,U+F6,U+F9-FC,U+FF,U+131,U+152,U+153,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2026,U+202F,U+2212"
)
SERIF = "@fontsource-variable/newsreader/files/newsreader-latin-opsz-{}.woff2"
SANS = "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-{}.woff2"
TEXT = {"wght": 410, "opsz": 13}
CUTS = [
    ("serif-text", SERIF, "normal", TEXT, "kern,liga"),
    ("serif-italic", SERIF, "italic", TEXT, "kern,liga"),
    ("serif-display", SERIF, "normal", {"wght": 480, "opsz": 60}, "kern,liga"),
    ("sans", SANS, "normal", {"wght": (400, 600)}, "kern,tnum"),
]


def cut(packages, out, name, family, style, axes, features):
    font = instancer.instantiateVariableFont(TTFont(f"{packages}/{family.format(style)}"), axes)
    whole = io.BytesIO()
    font.save(whole)
    font = TTFont(whole, recalcTimestamp=False)
    options = subset.Options()
    options.flavor, options.hinting, options.name_IDs = "woff2", False, [0, 13, 14]
    options.layout_features = features.split(",")
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LATIN))
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes from every run
    subset.save_font(font, f"{out}/{name}.woff2", options)


for row in CUTS:
    cut(*sys.argv[1:3], *row)
