"""Numbers in cells can be read in both modes (WCAG 2.1, 1.4.3: 4.5 to 1), and bars be seen (1.4.11: 3 to 1)."""

import pytest

from optimizer.staffing.need.cover import Standing
from optimizer.ui.parts.palette import DARK, LIGHT

PAGES = {"light": "#ffffff", "dark": "#0f171c"}


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_number_can_be_read_in_its_cell(colours):
    assert {*colours.standings} == {*Standing}
    assert min(contrast(colours.ink, fill) for fill in colours.standings.values()) >= 4.5


@pytest.mark.parametrize(("colours", "page"), [(LIGHT, PAGES["light"]), (DARK, PAGES["dark"])])
def test_words_and_bars_stand_out_from_the_page(colours, page):
    assert min(contrast(colour, page) for colour in (colours.ink, colours.quiet)) >= 4.5
    assert min(contrast(colour, page) for colour in colours.series) >= 3
