"""What of the results may be published, and in which precision; pure."""
