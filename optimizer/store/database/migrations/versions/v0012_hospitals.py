"""Whole hospitals: their workbooks, and the plans that were made of all units at once."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision: str | None = "0011"


def upgrade() -> None:
    """Make the tables of hospitals, their files and their plans."""
    op.create_table(
        "hospital",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "at", "who", "why", "currency", "told")),
        sa.Column("budget_cents", sa.BigInteger),
    )
    op.create_table(
        "hospital_file",
        sa.Column("hospital", sa.Integer, sa.ForeignKey("hospital.id"), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("workbook", sa.Integer, sa.ForeignKey("workbook.id"), nullable=False),
    )
    op.create_table(
        "hospital_plan",
        sa.Column("hospital", sa.Integer, sa.ForeignKey("hospital.id"), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("budget_cents", sa.BigInteger),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
    )
