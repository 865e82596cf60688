"""The figure plan: what is estimated, of whom, and how it is shown."""
