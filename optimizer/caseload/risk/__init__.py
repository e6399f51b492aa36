"""How likely a patient is to need much: published scores, social needs, and the tier that they make together."""
