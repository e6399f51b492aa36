"""A hospital as one formulation, and as the parts that it falls into: its units with their guests, and the pool."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from optimizer.planning.formulation import Clause, Formulation, formulate
from optimizer.planning.law import Sum, Walk
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode, Policy, Ruling
from optimizer.planning.together import DayTogether
from optimizer.staffing.hospital.guests import with_guests
from optimizer.staffing.hospital.hospital import POOL, Hospital, Member
from optimizer.staffing.hospital.names import Names, Renaming, is_guest
from optimizer.staffing.hospital.pool import pool_of
from optimizer.staffing.hospital.rules.float_duties import FloatDuties, FloatPreference
from optimizer.staffing.hospital.rules.shared import HospitalAgency, HospitalBudget, SharedRule, together
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.credentials import Credentials
from optimizer.staffing.rules.who.only_skilled import OnlySkilled

FITNESS = (Credentials, OnlySkilled, Availability)
"""The rules of a unit that judge a guest alone; what else is about one person is for the pool's rules to say."""


def members_with_guests(hospital: Hospital) -> tuple[Member, ...]:
    """Return the units, each with its guests, and last the pool with the duties that it can have in them."""
    units = {member.code: with_guests(hospital, member) for member in hospital.members}
    pool = hospital.pool
    rulings = (*pool.policy.rulings, Ruling(FloatDuties()), *_preference(hospital))
    return (
        *(replace(member, unit=units[member.code]) for member in hospital.members),
        replace(pool, code=POOL, unit=pool_of(hospital, units), policy=Policy(rulings)),
    )


def _preference(hospital: Hospital) -> tuple[Ruling, ...]:
    price = hospital.rank_price
    return (Ruling(FloatPreference(), Mode.PRICED, price),) if price else ()


def shared_rules(hospital: Hospital) -> tuple[SharedRule, ...]:
    """Return the rules over sums in which all have a share."""
    budget = () if hospital.budget is None else (HospitalBudget(limit=hospital.budget),)
    agency = () if hospital.agency is None else (HospitalAgency(limit=hospital.agency),)
    return (*budget, *agency)


def laws_of(member: Member) -> Formulation:
    """Return the laws of one unit with its guests, or of the pool, as they are said there."""
    laws = formulate(member.unit, member.policy)
    return replace(laws, clauses=tuple(clause for clause in laws.clauses if not _of_a_guest(clause)))


def part_of(member: Member) -> Formulation:
    """Return what one unit, or the pool, adds to the whole, its names as they are throughout the hospital."""
    names, said, alone = Names(member.code), Renaming(Names(member.code)), laws_of(member)
    own = frozenset(names.who(who) for who in (*member.unit.human_of,) if not is_guest(who))
    return Formulation(
        tuple(map(names.pair, alone.pairs)),
        names.plan(alone.offered),
        names.plan(alone.past),
        tuple(said.clause(clause) for clause in alone.clauses),
        {names.who(who): names.who(walker) for who, walker in alone.walkers.items()},
        tuple(_Among(own, names, each) for each in alone.together),
    )


def share_of(member: Member, rule: SharedRule) -> Sum:
    """Return the share that one unit, or the pool, has in a sum over all."""
    (law,) = rule.laws(member.unit)
    return Renaming(Names(member.code)).sum(law)


def whole_of(members: Sequence[Member], shared: Iterable[SharedRule]) -> Formulation:
    """Return one formulation of everything; ``members`` have their guests, and the pool is the last of them."""
    parts = [part_of(member) for member in members]
    clauses = (_shared(members, rule) for rule in shared)
    pool = parts[-1]
    return Formulation(
        tuple(pair for part in parts[:-1] for pair in part.pairs if not is_guest(pair.who)) + pool.pairs,
        frozenset(pair for part in parts[:-1] for pair in part.offered if not is_guest(pair.who)) | pool.offered,
        frozenset(chain.from_iterable(part.past for part in parts)),
        (*chain.from_iterable(part.clauses for part in parts), *clauses),
        {who: walker for part in parts for who, walker in part.walkers.items()},
        tuple(chain.from_iterable(part.together for part in parts)),
    )


def _shared(members: Sequence[Member], rule: SharedRule) -> Clause:
    shares = [share_of(member, rule) for member in members]
    return Clause(
        together(shares[0].place._replace(what=()), shares, rule.high),
        rule,
        must=True,
        price=0,
        whole=not rule.in_parts,
    )


def _of_a_guest(clause: Clause) -> bool:
    """Tell whether a clause of a unit is about a guest alone, and not whether they are fit to work there."""
    who = clause.law.who if isinstance(clause.law, Walk) else clause.law.place.who
    return is_guest(who) and not isinstance(clause.rule, FITNESS)


@dataclass(frozen=True, slots=True)
class _Among:
    """Says what may stand together for some people alone; their unit says it by its own names."""

    people: Collection[str]
    names: Names
    inner: DayTogether

    def sets(self, pairs: Sequence[Pair]) -> Iterator[frozenset[Pair]]:
        """Yield what a unit lets stand together of its own people's day."""
        own = [pair for pair in pairs if pair.who in self.people]
        there = {said: pair for pair in own for said in self.names.own(frozenset({pair}))}
        for each in self.inner.sets([*there]):
            yield frozenset(there[said] for said in each)
