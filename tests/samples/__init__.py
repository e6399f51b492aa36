"""The sample units. Run as a module, it writes their workbooks."""
