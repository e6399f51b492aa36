"""What every output about medicines says."""

NOTICE = "This supports decisions and advises no treatment: a hit is work for a pharmacist or a nurse, never an order."
INTERACTIONS = "These pairs are not necessarily a complete list of interactions."
