"""The read side: questions about a Board, each answered from one unchanging view of it, as plain values.

    with board.view() as view:
        answer = status(view, board.today())

Nothing here writes, prints or reads a clock; texts are English for people, `raw` values are in stored form.
"""
