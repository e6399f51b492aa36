"""What every output about medicines says."""

NOTICE = "This supports decisions and advises no treatment: a hit is work for a pharmacist or a nurse, never an order."
UNREAD = "What is not recognised is not looked at: who has such a fill, or no fill at all, is not known to be clear."
INTERACTIONS = "These pairs are not necessarily a complete list of interactions."
