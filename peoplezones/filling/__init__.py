"""Filling templates with plain values, in a process of its own with limits on time and memory: see `fill`."""
