"""Finds plans. The engine knows formulations only: no nurse, no shift, no patient."""
