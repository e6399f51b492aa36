"""New versions of the facts that a draft is planned on, and the cells that are locked in it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Make the tables of revisions and locks."""
    op.create_table(
        "revision",
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("workbook", sa.Integer, sa.ForeignKey("workbook.id"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_table(
        "lock",
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True, autoincrement=False),
        sa.Column("staff", sa.Text, primary_key=True),
        sa.Column("day", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
    )
