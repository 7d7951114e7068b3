"""styrmodell: the open engine with which Swedish regions plan and follow up their work.

Write `from styrmodell.api import load`; everything else is inside.
"""
