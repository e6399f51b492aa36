"""Every rule a panel can have, in the order a supervisor reads them; a policy to begin with, and the order of goals."""

from optimizer.caseload.rule import PanelRule
from optimizer.caseload.rules.area import Area
from optimizer.caseload.rules.assigned import Assigned
from optimizer.caseload.rules.balance import EvenCaseloads
from optimizer.caseload.rules.budget import PanelBudget
from optimizer.caseload.rules.capacity import Capacity, CapacityWithOvertime
from optimizer.caseload.rules.cases.mentee_cases import MenteeCases
from optimizer.caseload.rules.cases.most_cases import MostCases, NoviceCases
from optimizer.caseload.rules.cases.tier_mix import TierMix
from optimizer.caseload.rules.certification import Certification
from optimizer.caseload.rules.exclusion import Exclusion
from optimizer.caseload.rules.experience import ExperienceForTier
from optimizer.caseload.rules.fit import OwnLanguage, Preference, Travel
from optimizer.caseload.rules.household import Household
from optimizer.caseload.rules.language import Language
from optimizer.caseload.rules.licence import Licence
from optimizer.caseload.rules.one_owner import OneOwner
from optimizer.caseload.rules.open_panel import OpenPanel
from optimizer.caseload.rules.specialty import Specialty
from optimizer.caseload.rules.transfers import Continuity, MostTransfers
from optimizer.planning.goal import Goal, Goals
from optimizer.planning.policy import Mode, Policy, Ruling

RULES: tuple[type[PanelRule], ...] = (
    OneOwner,
    Assigned,
    Licence,
    Certification,
    ExperienceForTier,
    Language,
    Area,
    Specialty,
    Exclusion,
    OpenPanel,
    Capacity,
    CapacityWithOvertime,
    MostCases,
    NoviceCases,
    MenteeCases,
    TierMix,
    PanelBudget,
    Continuity,
    MostTransfers,
    EvenCaseloads,
    Household,
    Preference,
    OwnLanguage,
    Travel,
)
ELIGIBILITY = (Licence, Certification, ExperienceForTier, Language, Area, Specialty, Exclusion, OpenPanel)


def default_policy() -> Policy:
    """Return a policy to begin with: who may have whom as musts, and the rest at prices in cents per unit."""
    return Policy(
        (
            Ruling(OneOwner()),
            Ruling(Assigned(), Mode.PRICED, 1000_00),
            *(Ruling(rule()) for rule in ELIGIBILITY),
            Ruling(Capacity(limit=120)),
            Ruling(Capacity(limit=100), Mode.PRICED, 1_00),
            Ruling(CapacityWithOvertime(), Mode.OFF),
            Ruling(MostCases(), Mode.OFF),
            Ruling(NoviceCases()),
            Ruling(MenteeCases()),
            Ruling(TierMix(), Mode.OFF),
            Ruling(PanelBudget(), Mode.PRICED, 1_00),
            Ruling(Continuity(), Mode.PRICED, 50_00),
            Ruling(MostTransfers(), Mode.OFF),
            Ruling(EvenCaseloads(limit=2), Mode.PRICED, 1),
            Ruling(EvenCaseloads(limit=10), Mode.PRICED, 2),
            Ruling(Household(), Mode.PRICED, 20_00),
            Ruling(Preference(), Mode.PRICED, 20_00),
            Ruling(OwnLanguage(), Mode.PRICED, 10_00),
            Ruling(Travel(), Mode.PRICED, 50),
        )
    )


UNASSIGNED = Goal("Patients without a case manager", frozenset({Assigned.key}))
OVERLOAD = Goal(
    "Overload",
    frozenset({Capacity.key, CapacityWithOvertime.key, MostCases.key, NoviceCases.key, MenteeCases.key, TierMix.key}),
)
MONEY = Goal("Budget", frozenset({PanelBudget.key}))
TRANSFERS = Goal("Transfers", frozenset({Continuity.key, MostTransfers.key}))
FAIRNESS = Goal("Even caseloads", frozenset({EvenCaseloads.key}))
FIT = Goal("Fit", frozenset({Household.key, Preference.key, OwnLanguage.key, Travel.key}))


def default_goals() -> Goals:
    """Return the order of goals to begin with; it is the supervisor's to change."""
    return (UNASSIGNED, OVERLOAD, MONEY, TRANSFERS, FAIRNESS, FIT)
