"""The pages of intake: files in, documents, and the review of what was found."""
