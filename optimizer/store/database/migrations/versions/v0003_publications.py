"""What was published: plan, policy and score, frozen, and the breaches that were accepted with their reasons."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    """Make the table of publications."""
    op.create_table(
        "publication",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("workbook", sa.Integer, sa.ForeignKey("workbook.id"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("broken", sa.Integer, nullable=False),
        sa.Column("cost_cents", sa.BigInteger, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("policy", sa.Text, nullable=False),
        sa.Column("accepted", sa.Text, nullable=False),
        sa.Column("posting", sa.Text, nullable=False),
        sa.Column("ledger", sa.Text, nullable=False),
        sa.UniqueConstraint("draft", "number"),
    )
