"""The files that a draft was made from, kept beside its facts."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision: str | None = "0008"


def upgrade() -> None:
    """Make the table of attachments."""
    op.create_table(
        "attachment",
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("workbook", sa.Integer, sa.ForeignKey("workbook.id"), nullable=False),
    )
