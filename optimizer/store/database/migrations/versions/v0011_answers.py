"""What people answered who were asked to take a duty on."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision: str | None = "0010"


def upgrade() -> None:
    """Make the table of answers."""
    op.create_table(
        "answer",
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("shift", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
    )
