"""An unfolded walk charges what its machine charges, with fewer states."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from optimizer.engine.unfold import unfold
from optimizer.staffing.rules.sequence.in_a_row import FewestMachine, MostMachine

ALPHABET = frozenset({True, False})


def charged(layers, word):
    """Return what an unfolded walk charges for a word day by day, None when it has no way through."""
    state, amounts = 0, []
    for layer, letter in zip(layers, word, strict=True):
        arcs = [arc for arc in layer if arc.tail == state and letter in arc.letters]
        if not arcs:
            return None
        (arc,) = arcs
        state = arc.head
        amounts.append(arc.amount)
    return amounts


def walked(machine, word):
    state, amounts = machine.start, []
    for letter in word:
        state, amount = machine.step(state, letter)
        amounts.append(amount)
    return amounts


@given(st.sampled_from((MostMachine(1), MostMachine(2), FewestMachine(2), FewestMachine(3))), st.integers(1, 7))
def test_every_word_costs_the_same(machine, length):
    priced = unfold(machine, [machine.start], [ALPHABET] * length, must=False).layers
    must = unfold(machine, [machine.start], [ALPHABET] * length, must=True).layers
    for word in product((True, False), repeat=length):
        assert charged(priced, word) == walked(machine, word)
        assert (charged(must, word) is None) == any(walked(machine, word))


def test_a_walk_that_nothing_can_break_has_one_state_a_day():
    layers = unfold(MostMachine(5), [0], [ALPHABET] * 5, must=False).layers
    assert all(len(layer) == 1 for layer in layers)


def test_days_that_cannot_be_told_apart_any_more_share_a_state():
    last_day = unfold(MostMachine(3), [0], [ALPHABET] * 6, must=False).layers[-1]
    assert len({arc.tail for arc in last_day}) == 2


def test_starts_share_what_comes_after_them():
    """Someone at the limit may not go on at once; from the second day on, all go the same ways."""
    entries, layers = unfold(MostMachine(2), [0, 1, 2], [ALPHABET] * 3, must=True)
    assert sorted(entries) == [0, 1, 2]
    assert len(set(entries.values())) == 3
    assert {letter for arc in layers[0] if arc.tail == entries[2] for letter in arc.letters} == {False}


def test_no_way_through_leaves_no_arcs():
    layers = unfold(MostMachine(1), [0], [frozenset({True})] * 3, must=True).layers
    assert not all(layers)
