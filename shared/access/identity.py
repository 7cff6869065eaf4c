"""Identity numbers (公民身份号码, GB 11643) and phones: checked, normalised, masked."""

import re

from stdnum.cn import ric
from stdnum.exceptions import ValidationError

TEST_AREA = "229900"  # an area code never given out: numbers under it belong to nobody
PHONE = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?", re.ASCII)


def is_identity_number(text: str) -> bool:
    """Eighteen characters, an existing birth date, the right check digit. The place is not judged:
    areas are abolished and founded, their numbers stay.
    """
    if not re.fullmatch(r"\d{17}[\dX]", text, re.ASCII):
        return False
    try:
        ric.get_birth_date(text)
    except ValidationError:
        return False
    return bool(ric.calc_check_digit(text) == text[17])


def is_phone(text: str) -> bool:
    """A mobile number, or a landline with its area code."""
    return PHONE.fullmatch(text) is not None


def mask_identity(number: str) -> str:
    """220***********123X: what a screen shows unless the number is revealed with a purpose."""
    return f"{number[:3]}{'*' * 11}{number[-4:]}"


def mask_phone(phone: str) -> str:
    """138****5678."""
    return f"{phone[:3]}****{phone[-4:]}"
