import pytest

from optimizer.caseload.medication.naming.product_code import ProductCode, product_code, why_no_code


@pytest.mark.parametrize(
    ("text", "digits", "restored"),
    [
        ("00093715398", "00093715398", False),
        ("00093-7153-98", "00093715398", False),
        ("0093-7153-98", "00093715398", False),  # 4-4-2
        ("60505-357-90", "60505035790", False),  # 5-3-2
        ("60505-3578-9", "60505357809", False),  # 5-4-1
        ("93715398", "00093715398", True),
        ("2143380", "00002143380", True),
        ("591040501", "00591040501", True),
    ],
)
def test_every_way_of_writing_it_is_eleven_digits(text, digits, restored):
    assert product_code(text) == ProductCode(digits, restored)


@pytest.mark.parametrize(
    "text",
    ["6050535790", "0093715398", "000937153981", "123456", "0093-715-98", "00093-71533-98", "00000000000", "x", ""],
)
def test_what_cannot_be_told_for_certain_is_no_code(text):
    assert product_code(text) is None


def test_ten_digits_may_have_lost_a_zero_anywhere():
    assert "ten digits" in why_no_code("6050535790")
    assert "ten digits" not in why_no_code("605053579")
