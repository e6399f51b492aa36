"""The words every problem here shares: pair, plan, law, rule, policy, formulation, score.

Nothing in this package knows a nurse, a shift or a solver.
"""
