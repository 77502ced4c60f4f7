"""Reading: from bytes to text with its provenance."""
