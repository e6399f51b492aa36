"""What is measured of case managers over months."""

from enum import StrEnum


class CaseMeasure(StrEnum):
    """A part of something, in percent: so many of so many."""

    CONTACTS = "contacts on time"
    REVIEWS = "reviews on time"
    REFERRALS = "referrals on time"
    READMISSIONS = "readmitted within 30 days"
    OVERTIME = "overtime"

    @property
    def about(self) -> str:
        """Return what is counted, of what."""
        return _ABOUT[self]


_ABOUT = {
    CaseMeasure.CONTACTS: "contacts that took place by their day, of those that were due",
    CaseMeasure.REVIEWS: "utilization reviews sent by their day, of those that were due",
    CaseMeasure.REFERRALS: "referrals accepted and closed in time, of those that were open",
    CaseMeasure.READMISSIONS: "discharges after which the patient was in hospital again within 30 days, of all",
    CaseMeasure.OVERTIME: "hours of overtime, of hours worked",
}
