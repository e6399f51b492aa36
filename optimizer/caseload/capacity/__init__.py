"""How much work patients are, how much time case managers have, and how full that makes them. Minutes, exact."""
