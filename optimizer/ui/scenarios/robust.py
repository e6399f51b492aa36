"""How robust a schedule is: simulated periods as pictures, and what one more nurse would cover."""

from calendar import day_name

import streamlit as st

from optimizer.planning.currency import in_money
from optimizer.scenarios.stress.order import StressOrder
from optimizer.scenarios.stress.rates import StressRates, rates_of
from optimizer.scenarios.stress.stress import ReliefNurse, Spread, Stress, StressReport
from optimizer.scenarios.stress.told import stress_facts
from optimizer.staffing.facts.words import on, percent
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.job import Job
from optimizer.ui.jobs.jobs import workers
from optimizer.ui.jobs.search import EVERY, begin_watching, job_of, start_button, stop_button, tell_end
from optimizer.ui.parts.charts import bars
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.spread_charts import ChartedChance, ChartedSpread, chances, spreads

KIND = "robust"
PERIODS = (200, 1000, 5000)
USUAL = 1000
SHOWN = 10
"""How many shifts are drawn of what one more nurse would cover."""
STEP = 0.5


def how_robust(desk: Desk) -> None:
    """Draw what is simulated, and the pictures of the last simulation."""
    job = job_of(desk, KIND, StressOrder)
    if job is not None and job.running:
        _watch(job)
        return
    if not desk.plan:
        st.info("Nothing is planned yet, so there is nothing to simulate. Solve the schedule first.")
        return
    st.caption(
        "Absences by chance, and the census of days in the history, each day mended by quick rules as on a real one: "
        "who is on call, who comes in, who is moved."
    )
    _choice(desk)
    if job is not None:
        _pictures(desk, job)


def _choice(desk: Desk) -> None:
    known = rates_of(desk.unit)
    missed, periods = st.columns(2)
    rate = missed.number_input(
        "Duties missed, percent", 0.0, 50.0, round(known.absent * 100, 1), step=STEP, key=f"{KIND} rate",
        help=plain(f"{percent(known.absent)} {known.source}"),
    )  # fmt: skip
    number = periods.selectbox("How many periods", PERIODS, PERIODS.index(USUAL), key=f"{KIND} periods")
    rates = known if rate == round(known.absent * 100, 1) else rates_of(desk.unit, rate / 100)
    start_button(desk, KIND, "Simulate", lambda: _order(desk, rates, number))


def _order(desk: Desk, rates: StressRates, periods: int) -> StressOrder:
    return StressOrder(Stress(desk.unit_to_count, desk.policy, desk.plan, rates, periods), workers())


@st.fragment(run_every=EVERY)
def _watch(job: Job[StressOrder]) -> None:
    """Draw how many periods are simulated; when all are, the whole page runs again and looks no more."""
    done, total = job.told[-1] if job.told else 0, job.order.total
    begin_watching(job, done / total, f"{done:,} of {total:,} periods, {job.seconds:.0f} s")
    stop_button(job, KIND, "Stop and keep what is done")


def _pictures(desk: Desk, job: Job[StressOrder]) -> None:
    report: StressReport | None = tell_end(desk, job)
    if report is None:
        st.markdown("It was stopped before anything was simulated. Start it again.")
        return
    st.markdown("\n".join(f"- **{plain(name)}:** {plain(said)}" for name, said in stress_facts(report)))
    _totals(report)
    _fragile(desk, report)
    _relief(report)


def _totals(report: StressReport) -> None:
    """Draw what goes uncovered by shift, overtime and wages, each with its spread."""
    st.header("Uncovered, overtime and wages in a period")
    rows = [_hours(f"{each.shift} {each.role}", each.minutes) for each in report.by_shift]
    st.altair_chart(spreads(rows, "Uncovered hours", ",.1f"), alt="Uncovered hours by shift with spread", theme=None)
    overtime, pay = st.columns(2)
    with overtime:
        chart = spreads([_hours("Overtime", report.overtime)], "Hours of overtime", ",.0f")
        st.altair_chart(chart, alt="Overtime with spread", theme=None)
    with pay:
        cents = report.cents
        row = ChartedSpread("Wages", cents.mean / 100, cents.low / 100, cents.high / 100)
        st.altair_chart(spreads([row], in_money("Wages"), ",.0f"), alt="Wages with spread", theme=None)
    st.caption("A dot is the mean of all periods; nine of ten periods are on the line. Sick pay is left out.")


def _hours(name: str, minutes: Spread) -> ChartedSpread:
    return ChartedSpread(name, minutes.mean / 60, minutes.low / 60, minutes.high / 60)


def _fragile(desk: Desk, report: StressReport) -> None:
    """Draw how likely each shift goes uncovered, day by day."""
    st.header("Fragile shifts")
    if not report.fragile:
        st.success("All that was promised is covered in every period.", icon=":material/check_circle:")
        return
    days = desk.unit.days
    likely = {(f"{each.shift} {each.role}", each.day): each.chance for each in report.fragile}
    rows = [
        ChartedChance(place, day.isoformat(), f"{day:%a} {day.day}", on(day), likely.get((place, day), 0.0))
        for place in dict.fromkeys(place for place, _ in likely) for day in days
    ]  # fmt: skip
    st.altair_chart(chances(rows, "Uncovered in"), alt="How likely each shift goes uncovered by day", theme=None)
    st.caption("The part of all periods in which somebody is missing of those who were promised.")


def _relief(report: StressReport) -> None:
    """Draw what one more nurse on call, or from the float pool, would cover."""
    if not report.relief:
        return
    st.header("One more nurse on call, or from the float pool")
    best = report.relief[:SHOWN]
    hours = [each.minutes / 60 for each in best]
    chart = bars([_named(each) for each in best], hours, "Hours more covered in a period", ",.2f")
    st.altair_chart(chart, alt="What one more nurse would cover")


def _named(each: ReliefNurse) -> str:
    return f"{each.shift} {each.role}, {day_name[each.weekday]}s"
