"""Reading a shop's data, checking it, and choosing who may be written to."""
