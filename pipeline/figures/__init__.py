"""One figure of a report: what it shows, its facts, its headline and its block on a page."""
