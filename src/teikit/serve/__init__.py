"""Showing a document in a browser while it is being worked on."""
