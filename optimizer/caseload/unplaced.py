"""Who cannot be given to anybody, and which attribute is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from optimizer.caseload.eligibility import Attribute, Lack
from optimizer.caseload.panel import Panel
from optimizer.planning.pair import Plan
from optimizer.planning.words import count


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A patient with nobody eligible: ``missing`` is what the ``nearest`` lack, so many managers."""

    patient: str
    missing: tuple[Lack, ...]
    nearest: int
    sentence: str


def unplaced(panel: Panel) -> tuple[Unplaced, ...]:
    """Return everybody whom no manager may have, in the panel's order."""
    placeable = {pair.what.patient for pair in panel.offered}
    return tuple(_unplaced(panel, each.id) for each in panel.patients if each.id not in placeable)


def unassigned(panel: Panel, plan: Plan) -> tuple[Unplaced, ...]:
    """Return everybody whom nobody has in a plan, in the panel's order; who could be placed lacks only room."""
    owned = {pair.what.patient for pair in plan}
    nobody = {each.patient: each for each in unplaced(panel)}
    left = (each.id for each in panel.patients if each.id not in owned)
    return tuple(nobody.get(who) or _crowded_out(panel, who) for who in left)


def _crowded_out(panel: Panel, patient: str) -> Unplaced:
    able = sum(pair in panel.offered for pair in panel.owners[patient])
    who = count(able, "case manager")
    said = f"{patient}: {who} could take this patient; without one so far."
    return Unplaced(patient, (), able, f"{said}{_for_a_time(panel, patient)}")


def _for_a_time(panel: Panel, patient: str) -> str:
    """Say who could have a patient for a time only, "" when nobody could."""
    lacking = {pair.who: panel.for_a_time[pair] for pair in panel.owners[patient] if pair in panel.for_a_time}
    if not lacking:
        return ""
    until = (f"{panel.name_of(who)} ({', '.join(each.text for each in lack)})" for who, lack in lacking.items())
    return f" Not throughout the days ahead: {'; '.join(until)}."


def _unplaced(panel: Panel, patient: str) -> Unplaced:
    lacks = [panel.lacking[pair] for pair in panel.owners.get(patient, ())]
    if not lacks:
        return Unplaced(patient, (), 0, f"{patient}: there are no case managers.")
    fewest = min(map(len, lacks))
    nearest = [lack for lack in lacks if len(lack) == fewest]
    missing = max(nearest, key=nearest.count)
    return Unplaced(patient, missing, len(nearest), _sentence(panel, patient, missing, lacks))


def _sentence(panel: Panel, patient: str, missing: tuple[Lack, ...], lacks: Sequence[tuple[Lack, ...]]) -> str:
    """Say what is missing: the attribute alone when everybody lacks it, else within those who serve the area."""
    asked = [{(lack.attribute, lack.wanted) for lack in one} for one in lacks]
    nobody = [lack for lack in missing if all((lack.attribute, lack.wanted) in one for one in asked)]
    wanted = [lack for lack in (nobody or missing) if lack.attribute is not Attribute.AREA]
    within = _within(panel, patient, wanted, nobody)
    said = " and ".join(_does(lack) for lack in wanted) or f"serves {panel.patient_by_id[patient].area}"
    closed = any(lack.attribute in (Attribute.OPEN, Attribute.PRESENT) for lack in wanted)
    subject = "case manager" if closed else "open panel"
    return f"{patient}: no {subject} {said}{within}."


def _within(panel: Panel, patient: str, wanted: Sequence[Lack], nobody: Sequence[Lack]) -> str:
    area = panel.patient_by_id[patient].area
    return f" within {area}" if area and wanted and not nobody else ""


def _does(lack: Lack) -> str:
    """Return what is wanted of somebody, as a verb."""
    verbs = {
        Attribute.PRESENT: "is present",
        Attribute.OPEN: "has an open panel",
        Attribute.LICENCE: f"is licensed in {lack.wanted}",
        Attribute.CERTIFICATION: f"holds a valid {lack.wanted}",
        Attribute.EXPERIENCE: f"has the experience for {lack.wanted}",
        Attribute.LANGUAGE: f"speaks {lack.wanted}",
        Attribute.AREA: f"serves {lack.wanted}",
        Attribute.SPECIALTY: f"has the specialty {lack.wanted}",
        Attribute.EXCLUSION: "is not excluded",
    }
    return verbs[lack.attribute]
