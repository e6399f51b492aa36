"""What a case manager's time goes to."""

from enum import StrEnum


class Activity(StrEnum):
    """What time is spent on; only care depends on tier and phase, all else counts on top of it."""

    CARE = "care"
    NEW_REVIEW = "new review"
    CONTINUED_REVIEW = "continued review"
    MEDICINES = "medicines"
    TRAVEL = "travel"
