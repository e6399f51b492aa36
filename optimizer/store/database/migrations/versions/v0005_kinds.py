"""What a draft decides: a unit's schedule, as all did so far, or a panel's caseloads."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    """Add the kind of every draft."""
    op.add_column("draft", sa.Column("kind", sa.Text, nullable=False, server_default="schedule"))
