"""The operating model: from YAML texts to a `Model` that has been proved sound, with every mistake named by line.

`load` is the way in. It reads in four steps: `source` (text to a tree with places), `outline` and `shared` (what is
declared where), `kind` and `model_file` (every part, each name checked where it stands), `soundness` (what only the
whole shows).
"""
