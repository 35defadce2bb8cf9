"""What people write about the organisation."""
