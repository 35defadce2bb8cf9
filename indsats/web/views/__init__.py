"""The roof's answers to the browser."""
