"""Limits on working time and credentials, each with its law."""

from dataclasses import replace
from datetime import date

from optimizer.staffing.facts.unit import DutyRole
from optimizer.staffing.law.citation import Binding
from optimizer.staffing.law.compliance.breach import Severity
from optimizer.staffing.law.compliance.comply import comply
from tests.draw import SHIFTS, day, draw


def found(picture, *laws, people=None, **facts):
    unit, plan = draw(picture, people, jurisdictions=laws, **facts)
    return [(b.day, b.shift, b.who, b.law.law, b.severity) for b in comply(unit, plan).breaches]


def test_rest_by_law_blocks_and_names_day_shift_person_and_law():
    assert found("ann  E D", "eu-working-time") == [(day(1), "D", "ann", "Directive 2003/88/EC art. 3", Severity.BLOCK)]
    assert found("ann  E D") == []


def test_guidance_warns_and_every_text_that_is_broken_is_named():
    told = found("ann  E D", "safety-guidance")
    assert {(law, severity) for *_, law, severity in told} == {
        ("IOM 2004", Severity.WARN), ("ANA 2014", Severity.WARN), ("AHRQ Handbook ch. 40", Severity.WARN),
        ("Garde 2020", Severity.WARN), ("HSE good practice for shift work", Severity.WARN),
    }  # fmt: skip


def test_what_binds_only_required_hours_warns_and_says_so():
    unit, plan = draw("ann  M L", jurisdictions=("us-oregon",))
    breaches = comply(unit, plan).breaches
    assert {breach.severity for breach in breaches} == {Severity.WARN}
    assert all("only hours that are required" in breach.sentence for breach in breaches)
    assert len(breaches) == 2


def test_sixteen_hours_at_a_stretch_are_the_most_in_massachusetts():
    twelve = (day(1), "D", "ann", "MGL c.111 s.226(a)", Severity.WARN)
    assert found("ann  N D", "us-massachusetts") == [twelve]
    assert found("ann  M L", "us-massachusetts")[0] == (day(1), "L", "ann", "MGL c.111 s.226(f)", Severity.BLOCK)


def test_what_an_employer_may_do_instead_warns_and_says_so():
    unit, plan = draw("ann " + " D" * 21, jurisdictions=("uk-working-time",))
    told = [each for each in comply(unit, plan).breaches if each.law.law.endswith("reg. 11")]
    assert told
    assert {each.severity for each in told} == {Severity.WARN}
    assert all(each.sentence.endswith("instead: two rests of 24 h, or one of 48 h, in every 14 days.") for each in told)


def test_a_week_that_is_too_long_is_at_no_single_shift():
    seven = "ann  L L L L L L ."
    assert found(seven, "us-connecticut")[0][:3] == (day(-1), "", "ann")


def test_an_expired_credential_blocks_everywhere():
    roles = (DutyRole("RN", ("RN licence",)), DutyRole("Charge", (), "C"))
    people = {"ann": {"credentials": {"RN licence": day(0)}}}
    assert found("ann  D D", people=people, roles=roles) == [
        (day(1), "D", "ann", "Valid licence on the day worked", Severity.BLOCK)
    ]


def test_a_certificate_is_policy_and_no_law():
    roles = (DutyRole("RN", ("RN licence", "ACLS")), DutyRole("Charge", (), "C"))
    people = {"ann": {"credentials": {"RN licence": day(9), "ACLS": day(0)}}}
    unit, plan = draw("ann  D D", people, roles=roles)
    (breach,) = comply(unit, plan).breaches
    assert (breach.law.law, breach.law.binds) == ("Valid certificates on the day worked", Binding.POLICY)
    assert breach.severity is Severity.BLOCK
    assert breach.sentence.endswith("ACLS (expired Mon 1 Jun 2026).")


def test_a_rest_that_can_be_waived_warns_and_says_so():
    sixteen = replace(SHIFTS[3], end=23 * 60, paid=16 * 60)
    unit, plan = draw("ann  L D", jurisdictions=("us-pennsylvania",), shifts=(SHIFTS[0], sixteen))
    (breach,) = comply(unit, plan).breaches
    assert (breach.law.law, breach.severity) == ("Act 102 of 2008", Severity.WARN)
    assert breach.sentence.endswith("Whom it protects may waive it.")


def test_the_european_average_warns_of_how_high_it_is_so_far_and_forbids_nothing():
    unit, plan = draw("ann  L L L L L . .  L L L L L . .", jurisdictions=("eu-working-time",))
    (breach,) = (each for each in comply(unit, plan).breaches if each.law.law.endswith("art. 6"))
    assert breach.severity is Severity.WARN
    assert breach.sentence == (
        "Ann works 60 h a week on average so far, over the 14 days known of 17 weeks; at most 48 h are allowed on "
        "average. It holds on average over 17 weeks, so other weeks can still make up for it."
    )


def test_the_european_average_counts_the_weeks_before_the_plan():
    quiet = "ann  . . . . . . . | L L L L L . ."
    unit, plan = draw(quiet, jurisdictions=("eu-working-time",))
    assert not [each for each in comply(unit, plan).breaches if each.law.law.endswith("art. 6")]


def test_a_plan_as_long_as_the_reference_period_must_keep_the_average():
    week = "D D D D D D D "
    laws = {law: severity for *_, law, severity in found("ann  " + week * 17, "eu-working-time")}
    assert laws["Directive 2003/88/EC art. 6"] is Severity.BLOCK


def test_connecticut_limits_hours_from_october_2023():
    def warned(first):
        return [law for *_, law, _ in found("ann  M L", "us-connecticut", first=first)]

    assert warned(date(2023, 9, 29)) == []
    assert warned(date(2023, 10, 1)) == ["Conn. Gen. Stat. 19a-490l (PA 23-204)"]


def test_an_orientee_alone_is_a_warning():
    people = {"ann": {"preceptors": ("ben",)}}
    assert [severity for *_, severity in found("ann  D \n ben  .", people=people)] == [Severity.WARN]


def test_what_blocks_comes_first():
    told = [severity for *_, severity in found("ann  E D", "safety-guidance", "eu-working-time")]
    assert told[0] is Severity.BLOCK
    assert told.count(Severity.BLOCK) == 1


def test_three_long_shifts_in_a_row_are_fine_by_guidance_and_short_ones_are_not_meant():
    laws = {law for *_, law, _ in found("ann  L L L . . D D D D", "safety-guidance")}
    assert "AHRQ Handbook ch. 40" not in {law for *_, law, _ in found("ann  D D D D", "safety-guidance")}
    assert laws == {"ANA 2014"}
    four = [(when, law) for when, _, _, law, _ in found("ann  L L L L", "safety-guidance")]
    assert (day(3), "AHRQ Handbook ch. 40") in four
