"""A public instance, as a unit and a policy of the product."""

from dataclasses import dataclass

from optimizer.planning.policy import Policy
from optimizer.staffing.unit import Unit


@dataclass(frozen=True)
class Benchmark:
    """One instance of a family; what the family calls hard is a must, and a unit of its cost is a cent."""

    family: str
    name: str
    unit: Unit
    policy: Policy
