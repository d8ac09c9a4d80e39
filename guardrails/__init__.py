"""Holding copy to its fact sheet: each guard returns what it found."""
