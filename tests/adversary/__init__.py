"""Files that somebody makes who means harm, or whose disk does: see ``python -m tests.adversary --help``."""
