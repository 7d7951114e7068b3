"""The appendices that are known, in the order of their numbers.

Bilaga 12 to 15 are not among them: no source tells what they hold. A workspace that has a table with the key "bilaga12"
prints it as one.
"""

from styrmodell_vasternorrland.appendix import Appendix
from styrmodell_vasternorrland.bilaga9 import BILAGA_9
from styrmodell_vasternorrland.bilaga10a import BILAGA_10A
from styrmodell_vasternorrland.bilaga11 import BILAGA_11

APPENDICES: tuple[Appendix, ...] = (BILAGA_9, BILAGA_10A, BILAGA_11)
