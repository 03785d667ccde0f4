"""The checks of a form template on a string of digits."""

import datetime
import re

VERHOEFF_D = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
    [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
    [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
    [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
    [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
    [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
]
VERHOEFF_P = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]


def luhn(value: str) -> bool:
    digits = [int(digit) for digit in reversed(value)]
    doubled = [2 * digit - 9 * (digit > 4) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def isbn13(value: str) -> bool:
    return (
        sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(value)) % 10
        == 0
    )


def verhoeff(value: str) -> bool:
    check = 0
    for at, digit in enumerate(reversed(value)):
        permuted = int(digit)
        for _ in range(at % 8):
            permuted = VERHOEFF_P[permuted]
        check = VERHOEFF_D[check][permuted]
    return check == 0


def date(value: str, pattern: str) -> bool:
    python = re.sub("y+", "%Y", pattern).replace("dd", "%d").replace("MM", "%m")
    try:
        datetime.datetime.strptime(value, python)
        return True
    except ValueError:
        return False


def holds(check: dict, value: str) -> bool:
    """A check that this list does not know is not held against the value."""
    match check["type"]:
        case "luhn":
            return luhn(value)
        case "isbn13" | "ean":
            return isbn13(value)
        case "verhoeff":
            return verhoeff(value)
        case "date":
            return date(value, check["format"])
        case "range":
            return check["min"] <= int(value) <= check["max"]
        case "regex":
            return re.fullmatch(check["pattern"], value) is not None
    return True
