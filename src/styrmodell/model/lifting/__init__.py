"""Objects' amounts as figures: the measures, the dimensions and the figures that lifting adds to a plan."""
