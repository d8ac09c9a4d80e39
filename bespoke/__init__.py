"""The vocabulary every other package speaks: domain types, brief, settings, errors, slots."""
