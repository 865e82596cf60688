"""Runs without a person at hand, and what becomes of a site that is built."""
