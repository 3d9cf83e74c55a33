"""Who works with whom: the records of a Board as a graph, and what can be read from it.

`graph` builds it, from the references that the log has left and what the model says they mean (`node`, `links`). What
is counted in it, and between which kinds, the model declares too (`network` in model.yaml): nothing here knows a kind.
"""
