"""The other blocks of pages: quality, methods, downloads, numbers set large."""
