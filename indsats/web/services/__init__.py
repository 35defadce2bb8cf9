"""The verbs of the roof: what concerns the installation as a whole."""
