"""The appendices that are known, in the order of their numbers.

Bilaga 12 to 15 are not among them: no source tells what they hold. A workspace that has a table with the key "bilaga12"
prints it as one.
"""

from styrmodell_vasternorrland.appendix import Appendix
from styrmodell_vasternorrland.bilaga9 import BILAGA_9
from styrmodell_vasternorrland.bilaga10a import BILAGA_10A
from styrmodell_vasternorrland.bilaga11 import BILAGA_11
from styrmodell_vasternorrland.investeringar import BILAGA_10B
from styrmodell_vasternorrland.it_plan import BILAGA_10C

APPENDICES: tuple[Appendix, ...] = (
    BILAGA_9,
    BILAGA_10A,
    BILAGA_10B,
    BILAGA_10C,
    BILAGA_11,
)
