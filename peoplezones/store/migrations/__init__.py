"""How the schema came to be what it is, one revision after another, run by Alembic.

A revision is frozen once released: it never imports `peoplezones.store.tables`, which moves on.
"""
