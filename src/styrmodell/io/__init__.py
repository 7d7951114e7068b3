"""Reading and writing files: bytes in, model objects and findings out."""
