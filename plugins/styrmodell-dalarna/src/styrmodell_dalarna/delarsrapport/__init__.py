"""The region's own interim report (delårsrapport), which the law asks for."""
