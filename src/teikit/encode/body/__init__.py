"""The body of the document, woven from blocks and spans; nothing else builds elements of it."""
