"""Who may do what, with the reason why not."""
