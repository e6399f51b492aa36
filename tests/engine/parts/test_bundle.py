"""Prices by the plans of parts so far: between one that takes and one that gives, the highest bound is found."""

from optimizer.engine.parts.bundle import Bundle, PartCost


def test_a_price_settles_where_taking_and_giving_are_worth_the_same():
    bundle = Bundle(100_00, {"night": 0}, reach=100_00)
    bundle.plans += [PartCost("unit", 50_00, {}), PartCost("unit", 0, {"night": 1})]
    bundle.plans += [PartCost("pool", 0, {}), PartCost("pool", 20_00, {"night": -1})]
    price = bundle.next()["night"]
    assert 20_00 <= price <= 50_00


def test_prices_stay_within_reach_of_the_best_and_reach_shrinks_when_the_bound_does_not_rise():
    bundle = Bundle(100_00, {"night": 10_00}, reach=5_00)
    bundle.plans += [PartCost("unit", 50_00, {}), PartCost("unit", 0, {"night": 1}), PartCost("pool", 0, {})]
    bundle.heard({"night": 10_00}, 100)
    assert bundle.next()["night"] <= 15_00
    bundle.heard({"night": 15_00}, 90)
    assert bundle.centre == {"night": 10_00}
    assert bundle.reach == 2_50
    bundle.heard({"night": 12_00}, 120)
    assert bundle.centre == {"night": 12_00}
