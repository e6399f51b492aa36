"""The guide: what there is to know beyond the README, a chapter a file, in the order of reading.

A line of two braces such as ``{{unit sheets}}`` stands for what the program itself knows: sheets, rules. Whoever shows
a chapter puts it there, so that it is written once.
"""

from importlib.resources import files

CHAPTERS = (
    "unit", "import", "sheets", "rules", "need", "law", "pay", "page", "periods", "why", "scenarios", "hospital",
    "caseloads", "many", "performance", "architecture", "adding",
)  # fmt: skip


def chapter_text(name: str) -> str:
    """Return a chapter as it is written, in Markdown."""
    return files(__package__).joinpath(f"{name}.md").read_text(encoding="utf-8")


def chapter_title(name: str) -> str:
    """Return what a chapter is called."""
    return chapter_text(name).partition("\n")[0].removeprefix("# ")
