"""Fact sheets in, copy out: cohorts, prompts, the language model, the phrasebook."""
