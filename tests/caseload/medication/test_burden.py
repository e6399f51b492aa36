from fractions import Fraction

import pytest

from optimizer.caseload.medication.burden import Dose, drug_burden


@pytest.mark.parametrize(
    ("doses", "burden"),
    [([], 0), ([(5, 5)], Fraction(1, 2)), ([(5, 5), (30, 30)], 1), ([(10, 5)], Fraction(2, 3))],
)
def test_worked_examples(doses, burden):
    assert drug_burden(Dose("x", daily, least) for daily, least in doses) == burden
