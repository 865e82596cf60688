"""Exports of survey tools: file(s) in, one text frame and what the file says of itself out.

One module a format; `reading.read_export` finds the export of a wave and reads it.
"""
