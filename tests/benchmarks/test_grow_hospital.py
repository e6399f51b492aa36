"""The plot of a hospital's growth: every size is a point on it."""

from tests.benchmarks.grow_hospital import HIGH, MARGIN, WIDE, drawn


def test_the_largest_hospital_is_at_the_end_of_both_axes():
    image = drawn([(5, 10.0), (10, 20.0), (20, 40.0)])
    line = image.getpixel((WIDE - MARGIN, MARGIN))
    assert line not in {(255, 255, 255), (0, 0, 0)}
    assert image.getpixel(((MARGIN + WIDE - MARGIN) // 2, (MARGIN + HIGH - MARGIN) // 2)) == line
