"""Cells -> the estimates of each statistic; pure."""
