"""Files taken up as units and panels."""
