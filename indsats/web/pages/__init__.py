"""What the pages of the roof say."""
