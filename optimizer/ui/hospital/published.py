"""Which published drafts are the schedules of a hospital's units on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from optimizer.staffing.hospital.hospital import Hospital
from optimizer.store.drafts import version_of
from optimizer.store.publications import posting_at, publications
from optimizer.ui.frame.desk import Desk


@dataclass(frozen=True, slots=True)
class PublishedDraft:
    """A draft of a unit that was published: its newest version, with all that changed since, and who is on it.

    ``last`` is the last day that people were told of.
    """

    draft: int
    unit: str
    version: int
    last: date
    people: frozenset[str]


def published_units(desk: Desk, hospital: Hospital, day: date) -> Mapping[str, PublishedDraft]:
    """Return by unit's code the draft of the unit's name that was published last for a period with a day in it."""
    codes = {member.unit.name: member.code for member in hospital.members}
    all_of_them = enumerate(publications(desk.database, desk.actor))
    newest = {each.draft: (place, each) for place, each in all_of_them if each.unit in codes}
    found: dict[str, PublishedDraft] = {}
    for _, each in sorted(newest.values()):  # by their last publication: an amended draft is the last again
        posting = posting_at(desk.database, desk.actor, each.draft, each.number)
        if posting.span.first <= day <= posting.span.last:
            version = version_of(desk.database, desk.actor, each.draft)
            people = frozenset(posting.names)
            found[codes[each.unit]] = PublishedDraft(each.draft, each.unit, version, posting.span.last, people)
    return {member.code: found[member.code] for member in hospital.members if member.code in found}
