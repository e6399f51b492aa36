"""What managers write at a day of somebody, for themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision: str | None = "0012"


def upgrade() -> None:
    """Make the table of notes."""
    op.create_table(
        "cell_note",
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True, autoincrement=False),
        sa.Column("staff", sa.Text, primary_key=True),
        sa.Column("day", sa.Text, primary_key=True),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
    )
