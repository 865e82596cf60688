"""The sample of a wave: design, weights, and how it stands beside the population."""
