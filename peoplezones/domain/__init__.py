"""The rules, pure: nothing here knows a database, a clock, a file or a network."""
