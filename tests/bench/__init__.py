"""Speed and memory, as ratios to what DuckDB alone needs on the same data: `make bench`."""
