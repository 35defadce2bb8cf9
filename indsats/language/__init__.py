"""Danish words for search: what a word is, what it is made of, and what else it is called. Pure: no Django."""
