"""Rules of rest between duties and after them."""
