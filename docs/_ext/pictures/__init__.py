"""Pictures of what documents look like, made anew by every build: no picture is kept in the source tree."""
