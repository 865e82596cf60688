"""What pages state of the numbers, and whether it holds."""
