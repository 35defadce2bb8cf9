"""The verbs of intake: bring documents in, decide about what was found, publish."""
