"""Excel in and out: the template, reading with every fault at once, writing a schedule a manager can print."""
