"""The sheet of what everyone bore and got in earlier periods."""

from optimizer.workbook.table.sheet import Column, Holds, Sheet

LEDGER = Sheet(
    "Ledger",
    "What everyone bore and got in earlier periods, one person and period a row. 'optimizer next' adds to it; the rule "
    "fair-share looks back at it where its details say back=1 or more.",
    (
        Column("Staff", "The person's id; of people who left too.", True, 9),
        Column("From", "First day of the period.", True, 12, holds=Holds.DATE),
        Column("To", "Last day of the period.", True, 12, holds=Holds.DATE),
        Column("FTE", "As it was in the period.", True, 7, holds=Holds.NUMBER),
        Column("Days present", "Days of the period, employed and not on approved leave.", True, 9, holds=Holds.NUMBER),
        Column("Nights", "Night duties worked. 0 when empty.", width=8, holds=Holds.NUMBER),
        Column("Weekends", "Duties worked on weekends, not weekends. 0 when empty.", width=10, holds=Holds.NUMBER),
        Column("Holidays", "Duties worked on holidays. 0 when empty.", width=9, holds=Holds.NUMBER),
        Column("Asked", "Days asked for, on or off. 0 when empty.", width=8, holds=Holds.NUMBER),
        Column("Granted", "Those of them that were granted. 0 when empty.", width=9, holds=Holds.NUMBER),
        Column("Moved", "Duties changed after publication. 0 when empty.", width=8, holds=Holds.NUMBER),
        Column(
            "Denied in a row",
            "Days asked for that were denied one after the other, up to the period's end. 0 when empty.",
            width=9,
            holds=Holds.NUMBER,
        ),
    ),
)
