"""What was said of files, kept in a file of its own, so that the next month's are taken up without a question."""

import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

import tomli_w

from optimizer.workbook.adopt.adopted import Adopted
from optimizer.workbook.adopt.said.answers import Answers, KnownTable
from optimizer.workbook.adopt.said.sayings import FIRST_DAY, PERSON, TABLE, answers_of, sayings_of

FORM = 1
HEAD = """\
# What optimizer import was told of files of this layout, for those of the months to come: --mapping THIS_FILE.
# [answers] has what codes mean, which tables count and what was said of things learned; it can be changed by hand.
# asked has what is not asked again. [[tables]] has each table's layout, its first day and how many days it has, with a
# fingerprint that tells it from another month's and tells nothing of what stands in it.
# There are no names of people in it, but of those that you spoke of: who is whom, who is nobody, whose contract it is.

"""
ONCE = (f"{FIRST_DAY} ", f"{PERSON} ", f"{TABLE} ")
"""What is asked of one file or one name, and is known from the answer itself."""


def mapping_of(adopted: Adopted) -> str:
    """Return what was said of some files, as TOML."""
    said = dict(sayings_of(replace(adopted.answers, first_days={})))
    tables = {(each.layout, each.print): each for each in (*adopted.answers.seen, *adopted.seen)}
    content = {
        "form": FORM,
        "asked": sorted({each for each in adopted.open if not each.startswith(ONCE)} | adopted.answers.asked),
        "answers": said,
        "tables": [each._asdict() for each in tables.values()],
    }
    return HEAD + tomli_w.dumps(content)


def answers_in(text: str) -> Answers:
    """Return what a mapping says. Raise ValueError with all that is wrong in it."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"The mapping is no TOML: {error}.") from None
    if content.get("form") != FORM:
        raise ValueError(f"The mapping has no line 'form = {FORM}': it is of another program or another version.")
    said = content.get("answers", {})
    if not isinstance(said, dict) or not all(isinstance(each, str) for each in said.values()):
        raise ValueError('The answers of the mapping are no lines such as "code U" = "leave".')
    seen = tuple(_known(each) for each in content.get("tables", []))
    return replace(answers_of(said), seen=seen, asked=frozenset(content.get("asked", [])))


def _known(table: dict[str, Any]) -> KnownTable:
    layout, fingerprint, first, days = (table.get(name) for name in KnownTable._fields)
    if isinstance(layout, str) and isinstance(fingerprint, str) and isinstance(first, date) and isinstance(days, int):
        return KnownTable(layout, fingerprint, first, days)
    raise ValueError(
        f"A table of the mapping has not layout, print, first and days, but {', '.join(table) or 'nothing'}."
    )
