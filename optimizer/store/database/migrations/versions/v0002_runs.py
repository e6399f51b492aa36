"""The searches that were made for a draft."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Make the table of runs."""
    op.create_table(
        "run",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("bound_cents", sa.BigInteger, nullable=False),
        sa.Column("cost_cents", sa.BigInteger),
        sa.Column("milliseconds", sa.BigInteger, nullable=False),
    )
