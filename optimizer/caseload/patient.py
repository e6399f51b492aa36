"""The patients of a panel."""

from dataclasses import dataclass
from datetime import date

from optimizer.caseload.capacity.setting import Contact, Phase
from optimizer.caseload.care.care_goal import CareGoal
from optimizer.caseload.care.community_referral import CommunityReferral
from optimizer.caseload.days.elsewhere import Elsewhere
from optimizer.caseload.risk.facts import Override, RiskFacts

NO_FACTS = RiskFacts()


@dataclass(frozen=True)
class Patient:
    """One patient, by an id alone; a ``name`` may be known, and is shown nowhere but on the sheet it came from.

    ``contact`` is None where it is the setting's usual one. ``state`` is where a licence must hold; ``language`` is the
    one that is spoken, empty when anybody speaks it, and with ``interpreter`` it may be interpreted. ``specialties``
    must all be held by the manager. ``preferred`` and ``excluded`` are ids of managers. ``household`` is shared by
    patients who live together. ``risk`` has the inputs of the scores, and ``override`` a tier set by hand.
    ``reconciled`` is when medicines were reconciled after the discharge; ``new_reviews`` and ``continued_reviews`` are
    utilization reviews in a period of the setting. ``contacted`` is the day of the last contact, and
    ``elsewhere`` are days in a hospital or the like, after which the patient comes back. ``visited`` is the first visit
    after the discharge; ``found`` and ``settled`` are when a problem with a medicine was found after it, and settled.
    ``goals`` are of the care plan, ``referrals`` to community resources, and ``handed_off`` is when somebody was last
    told where care stands, at a transition.
    """

    id: str
    referred: date | None = None
    setting: str = ""
    phase: Phase = Phase.ACTIVE
    contact: Contact | None = None
    payer: str = ""
    review_due: date | None = None
    discharged: date | None = None
    destination: str = ""
    state: str = ""
    area: str = ""
    language: str = ""
    interpreter: bool = False
    specialties: tuple[str, ...] = ()
    preferred: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    household: str = ""
    risk: RiskFacts = NO_FACTS
    override: Override | None = None
    name: str = ""
    reconciled: date | None = None
    new_reviews: int = 0
    continued_reviews: int = 0
    contacted: date | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    visited: date | None = None
    found: date | None = None
    settled: date | None = None
    goals: tuple[CareGoal, ...] = ()
    referrals: tuple[CommunityReferral, ...] = ()
    handed_off: date | None = None
