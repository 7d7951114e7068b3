"""Small good inputs, spoiled in the ways that files are spoiled: cut, doubled, mixed, with bytes that do not belong."""

import random
from collections.abc import Iterator

_AWKWARD = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",  # a lone surrogate
    b"\r\n",
    b'"',
    b"{" * 60,
    b"[" * 60,
    b"&a *a ",
    b"!!python/object ",
    b"<!DOCTYPE x [<!ENTITY a 'aa'>]>",
    b"9" * 400,
    b"1e999999999",
    b"-",
    b"\xc2\xa0",
    b"%",
    b"=1+1",
    b";;;;",
    b"\t",
    "Å".encode() * 40,
    b"A" * 40_000,
)


def mutations(seed: bytes, count: int, *, start: int) -> Iterator[bytes]:
    """*count* spoiled copies of *seed*: the same ones for the same *start*."""
    for number in range(count):
        yield _spoiled(seed, random.Random(start + number))


def _spoiled(seed: bytes, chance: random.Random) -> bytes:
    data = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        place = chance.randrange(len(data) + 1)
        end = min(len(data), place + chance.choice((1, 2, 8, 64, 1000)))
        match chance.randrange(6):
            case 0:
                del data[place:end]
            case 1:
                data[place:place] = data[place:end] * chance.choice((1, 3, 50))
            case 2:
                data[place:place] = chance.choice(_AWKWARD)
            case 3 if data:
                data[place % len(data)] = chance.randrange(256)
            case 4:
                data[place:end] = chance.choice(_AWKWARD)
            case _:
                del data[place : None if chance.random() < 0.2 else place]
    return bytes(data[:2_000_000])
