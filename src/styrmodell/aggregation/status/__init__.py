"""Status (måluppfyllelse): how outcomes stand to targets, and goals to what serves them, with why."""
