"""Mutation of the model: every small change that could matter is made, and something must notice it."""
