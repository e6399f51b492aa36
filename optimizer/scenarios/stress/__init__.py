"""How robust a schedule is: many simulated periods of absences and census, each mended by quick rules."""
