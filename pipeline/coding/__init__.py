"""Open answers coded by people: what they wrote, checked, and what key words propose; pure."""
