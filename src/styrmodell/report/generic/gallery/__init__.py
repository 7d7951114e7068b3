"""generic.galleri: all that a document may hold, to try a Word master on and to see what there is."""
