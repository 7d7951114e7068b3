"""A region's own Word master: what it may hold, checked by place and filled in a sandbox."""
