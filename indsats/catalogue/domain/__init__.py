"""How findings are ranked and likeness is measured, without any database."""
