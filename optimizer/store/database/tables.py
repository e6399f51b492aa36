"""The tables, as the newest migration leaves them.

Times are text in UTC and lists are canonical JSON text, so that digests come to the same on every database.
Ids are given by the writer, of whom there is one at a time.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

WORKBOOK = Table(
    "workbook",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False, unique=True),
    Column("bytes", LargeBinary, nullable=False),
)

FACTS = Table(
    "facts",
    METADATA,
    Column("workbook", Integer, ForeignKey("workbook.id"), primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    Column("content", Text, nullable=False),
)
"""What was read of a workbook, in canonical form. A workbook from before facts were kept has none until it is read."""

UNIT = Table(
    "unit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
)

DRAFT = Table(
    "draft",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("unit", Integer, ForeignKey("unit.id"), nullable=False),
    Column("workbook", Integer, ForeignKey("workbook.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("opened_at", Text, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("kind", Text, nullable=False, server_default="schedule"),
)

EDIT = Table(
    "edit",
    METADATA,
    Column("draft", Integer, ForeignKey("draft.id"), primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("of", Integer),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("minus", Text, nullable=False),
    Column("plus", Text, nullable=False),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

RUN = Table(
    "run",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("draft", Integer, ForeignKey("draft.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("engine", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("bound_cents", BigInteger, nullable=False),
    Column("cost_cents", BigInteger),
    Column("milliseconds", BigInteger, nullable=False),
)

PUBLICATION = Table(
    "publication",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("draft", Integer, ForeignKey("draft.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("workbook", Integer, ForeignKey("workbook.id"), nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("broken", Integer, nullable=False),
    Column("cost_cents", BigInteger, nullable=False),
    Column("plan", Text, nullable=False),
    Column("policy", Text, nullable=False),
    Column("accepted", Text, nullable=False),
    Column("posting", Text, nullable=False),
    Column("ledger", Text, nullable=False),
    UniqueConstraint("draft", "number"),
)

REVISION = Table(
    "revision",
    METADATA,
    Column("draft", Integer, ForeignKey("draft.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("workbook", Integer, ForeignKey("workbook.id"), nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
)

ATTACHMENT = Table(
    "attachment",
    METADATA,
    Column("draft", Integer, ForeignKey("draft.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("workbook", Integer, ForeignKey("workbook.id"), nullable=False),
)
"""The files, of whatever form, that a draft was made from; their bytes are kept as those of workbooks are."""

ANSWER = Table(
    "answer",
    METADATA,
    Column("draft", Integer, ForeignKey("draft.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("staff", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("shift", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
)
"""What people answered who were asked to take a duty on: rows that are only ever added."""

LOCK = Table(
    "lock",
    METADATA,
    Column("draft", Integer, ForeignKey("draft.id"), primary_key=True, autoincrement=False),
    Column("staff", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
)

CELL_NOTE = Table(
    "cell_note",
    METADATA,
    Column("draft", Integer, ForeignKey("draft.id"), primary_key=True, autoincrement=False),
    Column("staff", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("note", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
)

PATIENT_LOCK = Table(
    "patient_lock",
    METADATA,
    Column("draft", Integer, ForeignKey("draft.id"), primary_key=True, autoincrement=False),
    Column("patient", Text, primary_key=True),
    Column("locked", Boolean, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
)

ASK = Table(
    "ask",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("draft", Integer, ForeignKey("draft.id"), nullable=False),
    Column("staff", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("wanted", Text, nullable=False),
    Column("note", Text, nullable=False),
)
"""What staff ask for; nothing of it is changed later, but for steps that are added."""

ASK_STEP = Table(
    "ask_step",
    METADATA,
    Column("ask", Integer, ForeignKey("ask.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("why", Text, nullable=False),
)

PART_RULES = Table(
    "part_rules",
    METADATA,
    Column("draft", Integer, ForeignKey("draft.id"), primary_key=True, autoincrement=False),
    Column("rules", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
)
"""The rules by which staff take part in the schedule of a draft."""

TOLD = Table(
    "told",
    METADATA,
    Column("draft", Integer, ForeignKey("draft.id"), primary_key=True, autoincrement=False),
    Column("staff", Text, primary_key=True),
    Column("news", Text, primary_key=True),
    Column("how", Text, primary_key=True),
    Column("at", Text, nullable=False),
)
"""That somebody was sent news of a draft, or has seen it; ``news`` is "publication 2" or "ask 5"."""

CONTACT = Table(
    "contact",
    METADATA,
    Column("staff", Text, primary_key=True),
    Column("mail", Text, nullable=False),
)

CALENDAR_ADDRESS = Table(
    "calendar_address",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("staff", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("revoked_at", Text),
)
"""Private addresses of calendars, of which only the digest of what is secret in each is kept."""

HOSPITAL = Table(
    "hospital",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("budget_cents", BigInteger),
    Column("told", Text, nullable=False),
)
"""A hospital as it was opened, and what was told of it then; one whose workbooks change is a new one."""

HOSPITAL_FILE = Table(
    "hospital_file",
    METADATA,
    Column("hospital", Integer, ForeignKey("hospital.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("workbook", Integer, ForeignKey("workbook.id"), nullable=False),
)
"""The workbooks of a hospital, each of a unit by its name, or of all: that of the pool, and what they share."""

HOSPITAL_PLAN = Table(
    "hospital_plan",
    METADATA,
    Column("hospital", Integer, ForeignKey("hospital.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("budget_cents", BigInteger),
    Column("plan", Text, nullable=False),
    Column("report", Text, nullable=False),
)
"""A plan of a whole hospital at a budget for all, and the sums that are told of it."""

SALT = Table(
    "salt",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("value", Text, nullable=False),
)
"""One row with what is mixed into every seal, so that nobody who has only the audit can guess what was sealed."""
