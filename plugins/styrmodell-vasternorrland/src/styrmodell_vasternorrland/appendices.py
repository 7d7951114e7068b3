"""The appendices in the order of their numbers."""

from styrmodell.api import Context
from styrmodell_vasternorrland.appendix import Appendix
from styrmodell_vasternorrland.bilaga9 import BILAGA_9
from styrmodell_vasternorrland.bilaga9a import BILAGA_9A
from styrmodell_vasternorrland.bilaga10a import BILAGA_10A
from styrmodell_vasternorrland.bilaga11 import BILAGA_11
from styrmodell_vasternorrland.bilaga16 import BILAGA_16
from styrmodell_vasternorrland.bilaga17 import BILAGA_17
from styrmodell_vasternorrland.investeringar import BILAGA_10B
from styrmodell_vasternorrland.it_plan import BILAGA_10C
from styrmodell_vasternorrland.slots import SLOTS

APPENDICES: tuple[Appendix, ...] = (
    BILAGA_9,
    BILAGA_9A,
    BILAGA_10A,
    BILAGA_10B,
    BILAGA_10C,
    BILAGA_11,
    *SLOTS,
    BILAGA_16,
    BILAGA_17,
)


def appendices_of(context: Context) -> tuple[Appendix, ...]:
    """Those that the document's year has and its plan calls for."""
    return tuple(appendix for appendix in APPENDICES if appendix.is_asked_for(context))
