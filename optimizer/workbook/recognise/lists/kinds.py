"""Which kind of table a listing is, by what its columns stand for together with what they hold."""

import re

from optimizer.workbook.recognise.dates.mark import mark_of
from optimizer.workbook.recognise.lists.clock import clock_of
from optimizer.workbook.recognise.lists.days_in import days_in
from optimizer.workbook.recognise.lists.header import CLOCK, Listing
from optimizer.workbook.recognise.names import people_in, share_of_names
from optimizer.workbook.recognise.sheet import as_number
from optimizer.workbook.recognise.words.calendar import folded

WISHES = re.compile(
    r"request|\bprefs?\b|leave|wish|availab|absence|absent|preference|holiday|vacation|urlaub|wunsch|wunsche|abwesen|solicitud|vacaciones|preferencia|ausencia|"
    r"conge|absence|souhait|desiderata|urlop|prosb|dyspozycyj|dyspozycj|ferie|richiest|pedido|勤務可能|希望|休暇|申請|请假|申请|需求假|신청|휴가|희망|ลา|cuti|permohonan|отпуск|nghi"
)
PATIENTS = re.compile(r"patient|pacient|caseload|panel|member|client|beneficiar")
MEDICINE = {"drug", "ndc", "atc"}
FILLS = re.compile(r"medication|dispens|pharmacy|prescri|\bfills?\b|\brx\b")


def person_columns(listing: Listing) -> tuple[int, ...]:
    """Return the columns that make up who a row is about: the name, or where there is none the number."""
    columns = listing.columns
    if "first name" in columns and "surname" in columns:
        return (columns["first name"], columns["surname"])
    named = [column for column in listing.all_of("name") if _is_people(listing, column)]
    if named and "surname" in columns:
        return (named[0], columns["surname"])
    if named:
        return (named[0],)
    for concept in ("surname", "first name"):
        if concept in columns:
            return (columns[concept],)
    return (columns["id"],) if "id" in columns and _some_differ(listing, columns["id"]) else ()


def _is_people(listing: Listing, column: int) -> bool:
    texts = listing.texts(column)
    return bool(texts) and sum(1 for text in texts if as_number(text) is None and not CLOCK.match(text)) > 0.5 * len(
        texts
    )


def _some_differ(listing: Listing, column: int) -> bool:
    return len(set(listing.texts(column))) > 1


def kind_of(listing: Listing, file: str) -> tuple[str, str]:
    """Return the kind of a table and the reason, "" for a kind that nothing speaks for."""
    have = set(listing.columns)
    if patient := _of_patients(have, folded(f"{listing.sheet.title or ''} {file}")):
        return patient
    if _of_rules(listing, have):
        return "rules", "a name and a value in each row, and the names are no people"
    dated = bool(have & {"date", "begin date", "fill date", "weekday"}) or {"month", "from"} <= have
    if person_columns(listing):
        return _of_people(listing, have, dated, file) or _of_shifts(have, dated) or ("", "")
    return _of_shifts(have, dated) or ("", "")


def _of_people(listing: Listing, have: set[str], dated: bool, file: str) -> tuple[str, str] | None:
    if "available" in have:
        return "requests", "people and whether they are available"
    if "days not available" in have and len(listing.titles) <= 4 and _has_days(listing):
        return "requests", "people and the days on which they are not available"
    if names_in_columns(listing):
        return None
    if dated and _has_duty(have):
        return _duties(listing, have, file)
    if (have - {"shift", "date"} or len(listing.titles) <= 2) and not ("required" in have or _catalogue(have)):
        return "staff", "people with what is known of each"
    return None


def _has_days(listing: Listing) -> bool:
    texts = listing.texts(listing.columns["days not available"])
    return sum(1 for text in texts if days_in(text)) >= 0.8 * len(texts)


def names_in_columns(listing: Listing) -> bool:
    """Return whether several columns name the same people, as columns of roles do: then none is whom a row is about."""
    columns = [column for column in listing.titles if _is_people(listing, column) and not _are_days(listing, column)]
    people = [{person for text in listing.texts(column) for person in people_in(text)} for column in columns]
    alike = [each for each in people if len(each) > 1 and share_of_names(each) >= 0.6]
    return len(alike) > 1 and all(len(alike[0] & other) >= 0.5 * min(len(alike[0]), len(other)) for other in alike[1:])


def _timed(listing: Listing) -> bool:
    """Return whether rows begin and end at times of a day, as duties do."""
    column = listing.columns.get("begin date")
    values = [listing.sheet.at(row, column) for row in listing.body] if column is not None else []
    return bool(values) and sum(1 for value in values if clock_of(value)) > 0.5 * len(values)


def _are_days(listing: Listing, column: int) -> bool:
    return all(mark_of(text) for text in listing.texts(column)[:10])


def _of_shifts(have: set[str], dated: bool) -> tuple[str, str] | None:
    if "census" in have and "required" not in have and dated:
        return "census", "days with counts of patients"
    if {"from", "to", "shift"} <= have and not dated:
        return "shifts", "codes with their times or hours"
    if "required" in have and (dated or "shift" in have):
        return "demand", "shifts with the number of people needed"
    if dated and have & {"shift", "role"}:
        return "demand", "days and shifts without a person"
    return ("shifts", "codes with their times or hours") if _catalogue(have) else None


def _has_duty(have: set[str]) -> bool:
    """Return whether rows with people and days say what is done: staff lists have days of joining, and no duty."""
    if {"begin date", "end date"} <= have or "date" in have:
        return True
    return bool(have & {"shift", "request", "hours", "from"})


def _of_patients(have: set[str], place: str) -> tuple[str, str] | None:
    if have & MEDICINE and have & {"days supply", "fill date", "quantity"}:
        return "dispensing", "drugs with days of supply, or the days they were filled"
    if not have & {"patient", "patient id", "claim id"}:
        known = PATIENTS.search(place) and have & {"date of birth", "gender", "diagnosis", "risk"}
        return ("patients", "people with dates of birth, and the name says patients") if known else None
    if "claim id" in have or (have & {"amount"} and have & {"diagnosis", "procedure"}):
        return "claims", "patients with diagnoses or procedures and amounts"
    if have & {"days supply"} or (have & MEDICINE and "date" in have) or "quantity" in have or FILLS.search(place):
        return "dispensing", "patients with drugs and days"
    if have & {
        "diagnosis",
        "risk",
        "date of birth",
        "age",
        "gender",
        "languages",
        "zip",
        "address",
        "payer",
        "phone",
        "patient id",
    }:
        return "patients", "patients with what is known of each"
    return None


def _of_rules(listing: Listing, have: set[str]) -> bool:
    first = listing.columns.get("parameter", listing.columns.get("name"))
    if "value" not in have or first is None or have & {"date", "shift", "role"}:
        return False
    return "parameter" in have or share_of_names(listing.texts(first)) < 0.5


def _catalogue(have: set[str]) -> bool:
    return (
        "shift" in have
        and bool(have & {"from", "to", "times", "hours", "counts as work", "break", "colour"})
        and not have & {"date"}
    )


def _duties(listing: Listing, have: set[str], file: str) -> tuple[str, str]:
    place = folded(f"{listing.sheet.title or ''} {file}")
    asks = bool(have & {"request", "weight"}) or bool({"begin date", "end date"} <= have) or "status" in have
    if WISHES.search(place) or ("weight" in have or (asks and "shift" not in have and not _timed(listing))):
        return "requests", "people with days they ask for"
    return "list", "a row for each duty: who, which day, which shift"
