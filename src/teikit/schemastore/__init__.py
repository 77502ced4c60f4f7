"""The user's own schemas: fetched once on demand, kept under a name, found for a document."""
