"""Names throughout a hospital: whose row it is, "ICU:0041", and where a pool person works, "ICU:D"."""

from dataclasses import dataclass, replace

from optimizer.planning.formulation import Clause
from optimizer.planning.law import Law, Place, Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.hospital.hospital import POOL

SIGN = ":"


def throughout(code: str, name: str) -> str:
    """Return the name by which somebody, or a shift, of a unit is known throughout the hospital."""
    return f"{code}{SIGN}{name}"


def is_guest(who: str) -> bool:
    """Tell whether a row is one of the pool."""
    return who.startswith(f"{POOL}{SIGN}")


@dataclass(frozen=True, slots=True)
class Names:
    """Turns what is said in one unit into what is said throughout the hospital.

    Staff get the unit's code before their ids. Guests of the pool have theirs already; their shifts get the code.
    """

    code: str

    def who(self, who: str) -> str:
        """Return somebody's name throughout the hospital; nobody stays nobody."""
        return who if not who or is_guest(who) else throughout(self.code, who)

    def pair(self, pair: Pair) -> Pair:
        """Return a pair as it is called throughout the hospital."""
        who, duty = pair
        if is_guest(who):
            return Pair(who, duty._replace(shift=throughout(self.code, duty.shift)))
        return Pair(throughout(self.code, who), duty)

    def plan(self, plan: Plan) -> Plan:
        """Return a plan of the unit as a part of the hospital's."""
        return frozenset(map(self.pair, plan))

    def own(self, plan: Plan) -> Plan:
        """Return the unit's part of the hospital's plan, with its guests, as it is said in the unit."""
        return frozenset(pair for each in plan if (pair := self._own(each)))

    def _own(self, pair: Pair) -> Pair | None:
        who, duty = pair
        if is_guest(who) and self.code != POOL:
            code, _, shift = duty.shift.partition(SIGN)
            return Pair(who, duty._replace(shift=shift)) if code == self.code else None
        code, _, name = who.partition(SIGN)
        return Pair(name, duty) if code == self.code else None

    def place(self, place: Place) -> Place:
        """Return a place as it is called throughout the hospital: nobody's is one of the unit."""
        if not place.who:
            return place._replace(what=(self.code, *place.what))
        return place._replace(who=self.who(place.who))


class Renaming:
    """Says the clauses of a unit throughout the hospital; a sum that several count over stays one sum."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._known: dict[int, Sum] = {}

    def clause(self, clause: Clause) -> Clause:
        """Return a clause with its names changed."""
        return replace(clause, law=self._law(clause.law))

    def sum(self, law: Sum) -> Sum:
        """Return a sum with its names changed, without what guests are paid or work beyond: that is the pool's."""
        if id(law) not in self._known:
            self._known[id(law)] = self._said(law)
        return self._known[id(law)]

    def _law(self, law: Law) -> Law:
        if isinstance(law, Sum):
            return self.sum(law)
        return replace(law, who=self._names.who(law.who))

    def _said(self, law: Sum) -> Sum:
        terms = tuple((factor, self._names.pair(pair)) for factor, pair in law.terms if factor)
        overs = tuple((factor, self.sum(other)) for factor, other in law.overs if not is_guest(other.place.who))
        return Sum(self._names.place(law.place), terms, law.low, law.high, overs)


def in_unit(shift: str, code: str) -> bool:
    """Tell whether a shift of the pool is one of a unit."""
    return shift.partition(SIGN)[0] == code
