"""The questionnaire as data: read, compared between waves, and turned into tables."""
