"""Statistics as pure functions of counts and moments: no microdata, no files."""
