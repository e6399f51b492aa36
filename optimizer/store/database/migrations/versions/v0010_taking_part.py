"""What staff ask for and how it was decided, the rules for it, who was told of what, and private calendars."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision: str | None = "0009"


def upgrade() -> None:
    """Make the tables by which staff take part."""
    _asks()
    _telling()


def _asks() -> None:
    op.create_table(
        "ask",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("wanted", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_table(
        "ask_step",
        sa.Column("ask", sa.Integer, sa.ForeignKey("ask.id"), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_table(
        "part_rules",
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True, autoincrement=False),
        sa.Column("rules", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
    )


def _telling() -> None:
    op.create_table(
        "told",
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True, autoincrement=False),
        sa.Column("staff", sa.Text, primary_key=True),
        sa.Column("news", sa.Text, primary_key=True),
        sa.Column("how", sa.Text, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
    )
    op.create_table(
        "contact",
        sa.Column("staff", sa.Text, primary_key=True),
        sa.Column("mail", sa.Text, nullable=False),
    )
    op.create_table(
        "calendar_address",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False, unique=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("revoked_at", sa.Text),
    )
