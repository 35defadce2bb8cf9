"""What stands inside a record: periods, amounts, target sentences, organisations, themes."""
