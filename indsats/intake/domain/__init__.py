"""What is true of documents, editions and proposals without any database."""
