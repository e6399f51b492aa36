import pytest

from optimizer.caseload.medication.high_alert import alerts
from optimizer.caseload.presets import medicines
from tests.caseload.medication.rows import fills


def tags(drug, group=""):
    return [each.title for each in alerts(fills(f"{drug} 01-01 30", group), medicines.alerts())]


@pytest.mark.parametrize(
    ("group", "tag"),
    [
        ("Factor Xa Inhibitor [EPC]", "antithrombotics"), ("antineoplastic", "chemotherapy"),
        ("immunosuppressant", "immunosuppressants"), ("Insulin Analog [EPC]", "insulins"),
        ("Opioid Agonist [EPC]", "opioids"), ("Sulfonylurea [EPC]", "sulfonylureas"),
    ],
)  # fmt: skip
def test_classes(group, tag):
    assert tags("x", group) == [tag]


@pytest.mark.parametrize(
    "drug", ["carbamazepine", "epinephrine", "lamotrigine", "methotrexate", "phenytoin", "valproic acid"]
)
def test_single_drugs(drug):
    assert len(tags(drug)) == 1


def test_others_carry_no_tag_and_each_tag_counts_once():
    assert tags("metformin", "biguanide") == []
    assert len(alerts(fills("a 01-01 30; b 01-01 30", "opioid"), medicines.alerts())) == 1


def test_what_is_not_on_the_list_is_marked():
    assert [each.title for each in medicines.alerts() if each.source.unverified] == ["sulfonylureas"]
