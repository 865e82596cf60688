"""Numbers that were published: frozen, compared, corrected."""
