"""Exact counts: rows that want a whole number of options, and what each person adds to them."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from optimizer.engine.sums.choices import Choices


def shares(choices: Choices, options: Collection[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield rows with an exact bound where every option counts once, each with those options of one person.

    Rows of one person alone are left out, and people with one option.
    """
    exact = {index for index, row in enumerate(choices.shared) if row.low == row.high}
    of: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number in options if exact else ():
        pair = choices.options[number]
        for entry in range(choices.entry_begins[number], choices.entry_begins[number + 1]):
            row = int(choices.rows[entry])
            if choices.factors[entry] != 1 or pair is None:
                exact.discard(row)
            elif row in exact:
                of[row][pair.who].append(number)
    for row in sorted(exact):
        if len(of[row]) > 1:
            yield from ((row, numbers) for numbers in of[row].values() if len(numbers) > 1)
