"""The revisions; each file is named `rNNNN_what_it_does.py`."""
