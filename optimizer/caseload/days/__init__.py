"""What falls on which days: contacts, stays elsewhere, handovers, and what ends within the days ahead."""
