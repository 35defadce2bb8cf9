"""What is true of initiatives without any database."""
