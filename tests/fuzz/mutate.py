"""Small good inputs, spoiled in the ways that files are spoiled: cut, doubled, mixed, with bytes that do not belong."""

import random

MAX_BYTES = 2_000_000
_AWKWARD = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",  # a lone surrogate
    b"\\ud800",
    b"\\x1b",
    b"\r\n",
    b"\n",
    b'"',
    b"'",
    b"{" * 60,
    b"[" * 60,
    b"(" * 60,
    b"&a *a ",
    b"!!python/object ",
    b"<!DOCTYPE x [<!ENTITY a 'aa'>]>",
    b"9" * 400,
    b"1e999999999",
    b"0001-01",
    b"9999-12-31",
    b"0",
    b"-",
    b"null",
    b"nan",
    b"\xc2\xa0",
    b"%",
    b"=1+1",
    b";;;;",
    b"\t",
    b": ",
    b"- ",
    "²½٣".encode(),  # digits that int() does not read, or that are not ours
    "Å".encode() * 40,
    b"A" * 40_000,
)
_WORD = 8


def spoiled(seed: bytes, number: int) -> bytes:
    """*seed* spoiled: the same bytes for the same *number*, at most MAX_BYTES of them."""
    chance = random.Random(number)
    data = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        _spoil(data, chance)
    return bytes(data[:MAX_BYTES])


def _spoil(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data) + 1)
    end = min(len(data), place + chance.choice((1, 2, 8, 64, 1000)))
    match chance.randrange(8):
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
        case 5:
            _move_line(data, chance)
        case 6:
            other = chance.randrange(len(data) + 1)
            data[place:end] = data[other : other + chance.choice((1, _WORD, 100))]
        case _:
            del data[place : None if chance.random() < 0.2 else place]


def _move_line(data: bytearray, chance: random.Random) -> None:
    """One line stands in the place of another: keys, rows and headings that are there twice or not at all."""
    lines = bytes(data).split(b"\n")
    lines[chance.randrange(len(lines))] = chance.choice(lines)
    data[:] = b"\n".join(lines)
