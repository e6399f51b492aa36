"""The sheet Panel: its name, day, setting, budget, order of goals, and what its tiers ask for."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from optimizer.caseload.capacity.setting import Setting
from optimizer.caseload.care.care_task_times import USUAL_TIMES, CareTaskTimes
from optimizer.caseload.eligibility import Requirements
from optimizer.caseload.medication.adherence import MeasuredYear
from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import default_goals
from optimizer.caseload.presets.capacity import setting, settings
from optimizer.caseload.risk.charlson import Weights
from optimizer.caseload.risk.hospital import Form
from optimizer.caseload.tier import Tier
from optimizer.planning.currency import DOLLAR
from optimizer.planning.goal import Goals
from optimizer.workbook.panel.source import PanelSource
from optimizer.workbook.table.codecs import TEXT, TO_PLAN, WORDS, minutes, numbers_in, one_word, plain, wholes
from optimizer.workbook.table.currency_cell import CURRENCY
from optimizer.workbook.table.parse import UnreadableError, one_of, text, whole
from optimizer.workbook.table.settings import VALUE, SettingsRead, setting_lines, settings_sheet
from optimizer.workbook.table.sheet import CellValues, Column

NONE = "none"
USUAL = "community"
AHEAD_USUALLY = 30
"""Days ahead when the sheet does not say: the month that work and capacity are counted for."""
GOAL_BY_TITLE = {goal.title: goal for goal in default_goals()}


def tier(value: Any) -> Tier:
    """Read a tier by its number."""
    return Tier(whole(1, 5)(value))


def _tier_or_none(value: Any) -> Tier | str:
    return NONE if text(value).casefold() == NONE else tier(value)


def _goals(value: Any) -> Goals:
    parse = one_of(GOAL_BY_TITLE, "goal")
    titles = [parse(title.strip()) for title in text(value).strip("; ").split(";")]
    if twice := next((title for title in titles if titles.count(title) > 1), None):
        raise UnreadableError(f"'{twice}' stands twice", "name every goal once")
    return tuple(GOAL_BY_TITLE[title] for title in titles)


TIER = plain(tier, int)
TIER_OR_NONE = plain(_tier_or_none, lambda value: value if isinstance(value, str) else int(value))
NAME = Column("Panel", "What the panel is called.", TEXT)
ON = Column("Planning date", "The day of the assignment, such as 2026-12-07.", TO_PLAN)
PRESET = Column(
    "Setting",
    "community (also when empty), home-health, payer or hospital: where the numbers on the sheet Hours start.",
    plain(one_of([each.key for each in settings()], "setting")),
)
BUDGET = Column(
    "Budget a month",
    "Dollars that the work of a month may cost. No budget when empty.",
    numbers_in(100, 0, 1_000_000_000),
)
GOALS = Column(
    "Order of goals",
    "What comes before what, with semicolons between: Patients without a case manager; Overload; Budget; "
    "Transfers; Even caseloads; Fit. That order when empty.",
    plain(_goals, lambda goals: "; ".join(goal.title for goal in goals)),
)
CERTIFICATES = Column(
    "Certifications that count", "With commas between. CCM, CMGT-BC, ACM when empty.", WORDS, "certifications"
)
CERTIFIED = Column(
    "Certified from tier",
    "From this tier on a case manager must be certified: 1 to 5, or none. 4 when empty.",
    TIER_OR_NONE,
    "certified_from",
)
EXPERIENCED = Column(
    "Experienced from tier",
    "From this tier on experience is asked for: 1 to 5, or none. 3 when empty.",
    TIER_OR_NONE,
    "experienced_from",
)
CLINICAL = Column("Months of clinical work", "Of such experience. 24 when empty.", wholes(0, 600), "clinical")
MANAGING = Column("Months of case management", "Of such experience. 12 when empty.", wholes(0, 600), "managing")
AHEAD = Column(
    "Days ahead",
    "For so many days after the planning date a new patient's case manager must be employed, licensed and "
    "certified. 30 when empty; 0 looks at the planning date alone.",
    wholes(0, 366),
)
FORM = Column(
    "HOSPITAL score",
    "Which form of it: 2016 (also when empty), 2013 or simplified (2017).",
    one_word(Form, "form of the HOSPITAL score"),
)
WEIGHTS = Column(
    "Charlson weights",
    "Whose weights of the Charlson index: 1987 (also when empty) or 2011.",
    one_word(Weights, "year of the Charlson weights"),
)
MEASURED = Column(
    "Adherence over",
    "rolling year (also when empty: the year up to the day) or calendar year (from the first of January).",
    one_word(MeasuredYear, "year to measure adherence over"),
)
ACCEPTED_IN = Column(
    "Referral accepted within",
    "Days from sending a referral to a community resource on, after which it is overdue. 7 when empty: our own number.",
    wholes(0, 366),
)
CLOSED_IN = Column(
    "Referral closed within",
    "Days from its acceptance on, after which it should be known how it ended. 30 when empty: our own number.",
    wholes(0, 366),
)
HANDOFF = Column(
    "Hand-off minutes",
    "That a hand-off takes at a transition, due on the next business day. Nobody is asked for any when empty.",
    minutes(0, 600),
)
PANEL = settings_sheet(
    "Panel",
    "What the assignment is for.",
    (
        NAME,
        ON,
        PRESET,
        BUDGET,
        GOALS,
        CERTIFICATES,
        CERTIFIED,
        EXPERIENCED,
        CLINICAL,
        MANAGING,
        AHEAD,
        FORM,
        WEIGHTS,
        MEASURED,
        ACCEPTED_IN,
        CLOSED_IN,
        HANDOFF,
        CURRENCY,
    ),
    of=Requirements,
    needed=True,
)


class PanelSettings(NamedTuple):
    """What the sheet says; ``on`` is None when the day could not be read."""

    name: str
    on: date | None
    preset: Setting
    budget: int | None
    goals: Goals
    requirements: Requirements
    ahead: int
    hospital: Form
    charlson: Weights
    measured: MeasuredYear
    currency: str
    care: CareTaskTimes


def read_panel_settings(source: PanelSource) -> PanelSettings:
    """Return the settings of a panel, those that are empty at their usual values."""
    read = SettingsRead(source, PANEL)
    row, ahead = read.rows.get(ON) or read.header, read[AHEAD]
    if read[ON] is None and row and row.ok:
        row.fault(VALUE, f"'{ON.header}' is empty or missing", "write a day such as 2026-12-07")
    return PanelSettings(
        name=read[NAME] or "Panel",
        on=read[ON],
        preset=setting(read[PRESET] or USUAL),
        budget=read[BUDGET],
        goals=read[GOALS] or default_goals(),
        requirements=_requirements(read),
        ahead=AHEAD_USUALLY if ahead is None else ahead,
        hospital=read[FORM] or Form.REVISED,
        charlson=read[WEIGHTS] or Weights.ORIGINAL,
        measured=read[MEASURED] or MeasuredYear.ROLLING,
        currency=read[CURRENCY] or DOLLAR,
        care=_care(read),
    )


def panel_lines(panel: Panel, preset: Setting, goals: Goals) -> Iterator[CellValues]:
    """Yield the settings of a panel."""
    asked = {each: getattr(panel.requirements, each.field) or NONE for each in (CERTIFIED, EXPERIENCED)}
    plainly = {each: getattr(panel.requirements, each.field) for each in (CERTIFICATES, CLINICAL, MANAGING)}
    of_panel: dict[Column[Any], Any] = {NAME: panel.name, ON: panel.on, BUDGET: panel.budget, AHEAD: panel.ahead}
    told: dict[Column[Any], Any] = {PRESET: preset.key, GOALS: goals, MEASURED: panel.measured}
    told |= {CURRENCY: panel.currency, FORM: panel.hospital, WEIGHTS: panel.charlson}
    told |= {ACCEPTED_IN: panel.care.accepted, CLOSED_IN: panel.care.closed, HANDOFF: panel.care.handoff}
    return setting_lines(PANEL, {**of_panel, **told, **asked, **plainly})


def _care(read: SettingsRead) -> CareTaskTimes:
    accepted, closed, usual = read[ACCEPTED_IN], read[CLOSED_IN], USUAL_TIMES
    return CareTaskTimes(
        usual.accepted if accepted is None else accepted, usual.closed if closed is None else closed, read[HANDOFF]
    )


def _requirements(read: SettingsRead) -> Requirements:
    asked: dict[str, Any] = {field: None if value == NONE else value for field, value in read.facts().items()}
    return Requirements(**asked)
