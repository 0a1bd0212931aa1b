"""kadocs: every document of a key-account deal, from one deal file and your own Word templates."""

__version__ = "0.1.0"
