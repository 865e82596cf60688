"""How the wave of 2022 is invented; invent.py tells the whole."""
