"""Drafts of what a person then decides: the codebook and settings of a wave, from its export."""
