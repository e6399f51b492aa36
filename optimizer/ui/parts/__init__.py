"""Parts that many pages use: tables, tiles, charts, dates and colours."""
