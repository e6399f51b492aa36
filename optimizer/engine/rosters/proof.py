"""The proof: duals at which everybody's cheapest rosters bound what any plan costs, raised step by step."""

from collections.abc import Callable

from optimizer.engine.rosters.mixture import Mixture, Priced

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
LEEWAY = 0.3
"""By how much of its largest factor a row may be missed at first."""
LEAST, MOST = 1e-3, 1.0
"""Below which leeway the mix counts as true, and how much leeway there is at most."""
SHRINK, WIDEN, CLOSER = 0.8, 1.3, 0.2
"""How leeway changes after a step that gained well, after several that gained nothing, and when mix and bound meet."""
GAINED = 0.3
"""Which part of what a step could gain it must gain to have gained well."""
PATIENCE = 4
"""After how many steps that gained nothing there is more leeway."""
HALFWAY = 0.5
"""Where, between the duals of the mix and the centre, rosters are priced as well when the former gained nothing."""
MEET = 0.001
"""At which part of the cost a mix and its bound meet."""


def prove(mixture: Mixture, on_bound: Callable[[float], None]) -> None:
    """Raise the bound until no mix can come nearer, or until it is over; the mix is left as good as the bound.

    A proximal bundle method: the duals of the mix are held near the best so far, the centre, ever less tightly as the
    mix becomes true. Raises ArithmeticError when the linear program cannot be solved.
    """
    centre = mixture.search.duals
    best, leeway, idle = mixture.price(centre, None).bound, LEEWAY, 0
    on_bound(best)
    mixture.hold(centre, leeway)
    while leeway >= LEAST and not mixture.search.over():
        mixed = mixture.mix()
        priced = mixture.price(mixed.duals, mixed)
        if priced.bound <= best:
            halfway = mixture.price(HALFWAY * centre + (1 - HALFWAY) * mixed.duals, mixed)
            added = priced.added + halfway.added
            priced = max(priced, halfway, key=_bound)._replace(added=added)
        gained = priced.bound - best
        if gained > 0:
            leeway *= SHRINK if gained > GAINED * (mixed.cost - best) else 1.0
            best, centre, idle = priced.bound, priced.point, 0
            mixture.search.duals = centre
            on_bound(best)
        else:
            idle += 1
            leeway = min(MOST, leeway * WIDEN) if idle % PATIENCE == 0 else leeway
        if mixed.cost - best < MEET * abs(mixed.cost) or (gained <= 0 and not priced.added):
            leeway *= CLOSER
        mixture.hold(centre, leeway)
    mixture.hold(centre, 0.0)


def _bound(priced: Priced) -> float:
    return priced.bound
