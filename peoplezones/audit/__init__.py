"""Checking a Board against its own log."""
