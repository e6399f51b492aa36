"""What one more nurse of each role and shift is worth."""

import pandas as pd
import streamlit as st

from optimizer.planning.currency import money
from optimizer.scenarios.hire import SHORTLIST, Hiring, HiringOffer
from optimizer.scenarios.orders import Hire
from optimizer.scenarios.run import Result
from optimizer.staffing.facts.words import hours, points
from optimizer.staffing.scenario_words import position_said
from optimizer.summary.schedule.weighing import signed
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.job import Job
from optimizer.ui.jobs.jobs import workers
from optimizer.ui.jobs.search import job_of, tell_end
from optimizer.ui.scenarios.solves import ask_limits, start_solves, unit_now, watch_solves

KIND = "hire"
NOBODY = "Nobody"
HEADERS = ["Hired", "Points saved", "Proved to help", "Must-fix problems", "Uncovered", "Overtime", "Wages"]


def one_more_nurse(desk: Desk) -> None:
    """Draw what is tried, and the offers of the last search, the best first."""
    job = job_of(desk, KIND, Hire)
    if job is not None and job.running:
        watch_solves(job, KIND)
        return
    st.caption(
        f"The {SHORTLIST} positions that promise the most are tried, each as one more nurse in the whole period."
    )
    pairs = st.toggle("Try the best three two by two as well", key="hire pairs")
    limits = ask_limits(KIND)
    solves = SHORTLIST + 1 + (6 if pairs else 0)
    start_solves(
        desk, KIND, "Try positions", lambda: Hire(unit_now(desk), desk.policy, limits, pairs, workers()), solves, limits
    )
    if job is not None:
        _offers(desk, job)


def _offers(desk: Desk, job: Job[Hire]) -> None:
    st.header("What one more is worth")
    hiring: Hiring | None = tell_end(desk, job)
    if hiring is None:
        st.markdown("It was stopped before the schedule as it is was solved. Start it again, and give it more time.")
        return
    rows = [_row(NOBODY, "", "", hiring.base), *(_offer(offer, hiring.base) for offer in hiring.offers)]
    st.dataframe(pd.DataFrame(rows, columns=HEADERS), hide_index=True)
    st.caption("Pay has the new nurse's in it. What is not proved may be chance; give each more seconds.")


def _offer(offer: HiringOffer, base: Result) -> tuple[str, ...]:
    saving = offer.saving(base)
    saved = "–" if saving is None else signed(saving, points(abs(saving)))
    hired = " and ".join(map(position_said, offer.positions))
    return _row(hired, saved, "yes" if offer.sure(base) else "not proved", offer.result)


def _row(hired: str, saved: str, sure: str, result: Result) -> tuple[str, ...]:
    account = result.account
    if account is None:
        return hired, saved, sure, "–", "–", "–", "–"
    uncovered = hours(sum(account.uncovered.values()))
    return hired, saved, sure, f"{result.musts}", uncovered, hours(account.overtime), money(account.cost)
