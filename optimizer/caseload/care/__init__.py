"""Care plans, referrals to community resources and hand-offs, and what of them is to be done by when."""
