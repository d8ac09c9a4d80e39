"""Measuring models, copy and experiments."""
