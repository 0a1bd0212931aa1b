"""Side-by-side measurements of kadocs and its peers."""
