"""Reads the rostering problems of real hospitals (SchedulingPeriod 2.4) as a unit and its rules."""

from tests.benchmarks.families.ros.read import components, read

__all__ = ["components", "read"]
