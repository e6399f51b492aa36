"""Which patients stay with the case manager whom they have, and which do not any more."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision: str | None = "0005"


def upgrade() -> None:
    """Make the table of patients' locks."""
    op.create_table(
        "patient_lock",
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True, autoincrement=False),
        sa.Column("patient", sa.Text, primary_key=True),
        sa.Column("locked", sa.Boolean, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
    )
