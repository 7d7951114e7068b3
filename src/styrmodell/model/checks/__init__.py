"""What is inconsistent in a plan, subject by subject."""
