"""What is true of organisations without any database."""
