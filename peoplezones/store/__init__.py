"""The Board's database: its tables, how it is opened, and how it is brought up to date.

Nothing here knows what the log means. `service` writes through `writing`, `queries` read through `reading`.
"""
