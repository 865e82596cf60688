"""Accepted, pseudonymised answers as files for other programs."""
