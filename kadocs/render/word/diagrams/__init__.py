"""Organisation charts drawn as shapes: boxes laid out as a tidy tree, and the lines between them."""
