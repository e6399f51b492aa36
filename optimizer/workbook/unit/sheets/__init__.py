"""The sheets of a unit: each declares its columns, and says how its rows become facts and facts its rows."""
