"""The parts of reconstruct.py: what is pinned, how answers are drawn, how the export is written."""
