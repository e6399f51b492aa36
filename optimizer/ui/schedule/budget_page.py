"""Overtime and budget: what the schedule spends against what was budgeted, why, and who works overtime."""

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from optimizer.planning.currency import amount_format, whole_money
from optimizer.staffing.facts.words import count, hours, on, percent
from optimizer.staffing.need.hppd import MEANS, WORKED
from optimizer.staffing.pay.pay import Bucket
from optimizer.staffing.schedule.budget_report import PeriodReport, budget_report, summed
from optimizer.staffing.schedule.variance import EXPLAIN
from optimizer.store.roles import Permission
from optimizer.summary.unit.spending import explained, has_agency, overtime_by_person, set_apart
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.palette import dressed, palette
from optimizer.ui.parts.plain import plain

BESIDE = alt.ExprRef("max(20, width - 140)")
"""How wide the longest bar is: what it says stands beside it, however narrow the page."""
FORMULA = (
    "Productivity is earned hours / worked hours: patient days times the budgeted worked HPPD, over the hours "
    "worked at the bedside. Above 100 % fewer hours are worked than the patients earn."
)


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Overtime and budget")
    if not desk.figures.is_planned:
        st.info("The schedule is empty, so nothing is spent yet. Fill or solve it on the page Schedule.")
        return
    costs = desk.may(Permission.READ_COSTS)
    _tiles(desk, costs)
    if costs:
        _budget(desk)
        _buckets(desk)
    _overtime(desk)


def _tiles(desk: Desk, costs: bool) -> None:
    figures, apart = desk.figures, set_apart(desk.figures)
    worked, overtime = sum(map(figures.worked, desk.unit.staff)), sum(figures.overtimes.values())
    share = f"{percent(overtime / worked)} of the hours at work" if worked else "nobody works"
    shown = [
        ("Overtime", hours(overtime), f"{share}."),
        ("On call", hours(apart.on_call), f"{count(apart.people_on_call, 'person', 'people')}, all hours on call."),
    ]
    if has_agency(desk.unit):
        told = f"{count(apart.people_of_agency, 'person', 'people')}, paid hours."
        shown.append(("Agency", hours(apart.agency), told))
    if costs:
        shown.insert(0, ("Wages", whole_money(sum(figures.spent.values())), "All pay for the period, burden included."))
    for column, (title, value, told) in zip(st.columns(len(shown)), shown, strict=True):
        column.metric(title, value, help=told, border=True)


def _budget(desk: Desk) -> None:
    st.header("Against the budget")
    reports = budget_report(desk.figures)
    if not reports:
        st.info(
            "No budget is set. Fill the sheet Budget of the workbook (patient days, hours each, a rate) and import it."
        )
        return
    st.dataframe(pd.DataFrame([_line(report) for report in reports]), hide_index=True, width="stretch",
                 column_config=_columns())  # fmt: skip
    if len(reports) > 1:
        cost, spent = summed(reports, lambda r: r.budget.cost), summed(reports, lambda r: r.actual.cost)
        st.caption(f"All pay periods: {whole_money(round(spent))} of {whole_money(round(cost))} budgeted.")
    st.caption(FORMULA)
    for report in reports:
        _why(report)


def _line(report: PeriodReport) -> dict[str, object]:
    found, productive = report.variance, report.productivity
    return {
        "Pay period": _period(report),
        "Budget": float(report.budget.cost / 100),
        "Flexed to the patients": float(found.flexible / 100),
        "Spent": float(report.actual.cost / 100),
        "Over (+) or under (−)": float(found.total / 100),
        "Patient days": f"{float(report.actual.volume):,.0f} of {float(report.budget.volume):,.0f}",
        f"{WORKED}, budget": float(report.budget.hours_each),
        **{name: None if each is None else float(each) for name, each in report.hours.named},
        "Productivity": None if productive is None else float(100 * productive),
        "Overtime": report.overtime / 60,
    }


def _columns() -> dict[str, Any]:
    dollars = st.column_config.NumberColumn(format=amount_format())
    return {
        "Budget": dollars,
        "Flexed to the patients": dollars,
        "Spent": dollars,
        "Over (+) or under (−)": st.column_config.NumberColumn(format="%+,.0f"),
        f"{WORKED}, budget": st.column_config.NumberColumn(format="%.2f h", help=MEANS[WORKED].capitalize()),
        **{
            name: st.column_config.NumberColumn(format="%.2f h", help=meaning.capitalize())
            for name, meaning in MEANS.items()
        },
        "Productivity": st.column_config.NumberColumn(format="%.1f %%", help="Earned hours / worked hours"),
        "Overtime": st.column_config.NumberColumn(format="%.1f h"),
    }


def _why(report: PeriodReport) -> None:
    found = report.variance
    sign = "over" if found.total > 0 else "under"
    title = f"{_period(report)}: {whole_money(abs(round(found.total)))} {sign} budget"
    with st.expander(plain(title), expanded=found.asks):
        for sentence in explained(found):
            st.markdown(plain(sentence))
        if found.asks:
            part, way = percent(abs(float(found.part))), "above" if found.part > 0 else "below"
            told = f"Spending is {part} {way} the budget for the patients there are"
            st.warning(f"{told}; more than {percent(float(EXPLAIN), 0)} either way asks for a reason.")


def _buckets(desk: Desk) -> None:
    st.header("What it is spent on")
    spent = {bucket: cents for bucket, cents in desk.figures.spent.items() if cents}
    if not spent:
        st.caption("No pay is known. Fill the sheet Pay of the workbook and import it.")
        return
    colours, total = palette(), sum(spent.values())
    data = pd.DataFrame(
        {
            "bucket": [bucket.value.capitalize() for bucket in spent],
            "dollars": [cents / 100 for cents in spent.values()],
            "text": [f"{whole_money(cents)} · {percent(cents / total)}" for cents in spent.values()],
        }
    )
    axes = {
        "x": alt.X("dollars:Q", title=None, axis=None, scale=alt.Scale(domainMin=0, range=[0, BESIDE])),
        "y": alt.Y("bucket:N", title=None, sort=[bucket.value.capitalize() for bucket in Bucket]),
    }
    shown = [alt.Tooltip("bucket", title="Bucket"), alt.Tooltip("text", title="Spent")]
    bars = alt.Chart(data).mark_bar(color=colours.series[0], cornerRadiusEnd=3).encode(**axes, tooltip=shown)
    words = alt.Chart(data).mark_text(align="left", dx=6, color=colours.ink, fontSize=13).encode(**axes, text="text:N")
    chart = alt.layer(bars, words).properties(height=38 * len(spent) + 10)
    st.altair_chart(dressed(chart, colours), theme=None)


def _overtime(desk: Desk) -> None:
    st.header("Overtime by person")
    found = overtime_by_person(desk.figures)
    if not found:
        st.success("Nobody has overtime.")
        return
    pay = desk.may(Permission.READ_PAY)
    rows = [
        {
            "Who": desk.unit.name_of(each.who),
            "Job": desk.unit.people[each.who].job,
            "Overtime": each.minutes / 60,
            **({"Costs on top": each.cents / 100} if pay else {}),
        }
        for each in found
    ]
    most = max(each.minutes for each in found) / 60
    shown: dict[str, Any] = {
        "Overtime": st.column_config.ProgressColumn(format="%.1f h", min_value=0, max_value=most),
        "Costs on top": st.column_config.NumberColumn(format=amount_format(2)),
    }
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=shown, width="stretch")
    if not pay:
        st.caption("What each person's overtime costs is shown only to whoever may see pay.")


def _period(report: PeriodReport) -> str:
    return f"{on(report.span.first)} to {on(report.span.last)}"
