"""What the tests of whole runs share."""

from project import built, first_run, make, project

__all__ = ["built", "first_run", "make", "project"]
