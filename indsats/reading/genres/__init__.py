"""One module a genre: the neutral document model in, records and warnings out."""
