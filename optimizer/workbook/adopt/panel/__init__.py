"""Lists of patients, what they were dispensed and what was claimed for them, as a panel."""
