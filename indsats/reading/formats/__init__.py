"""One module a file format: bytes in, the neutral document model out."""
