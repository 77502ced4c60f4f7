"""RELAX NG schemas: read, brought to simple form, pruned to a document, compiled."""
