"""Follow-through (efterlevnad): whether what was to be done, handed in and reported back has been."""
