"""What values on the wire are: money is whole fen, a division has 12 digits, an id is opaque."""

Day = str  # 2026-03-02
Moment = str  # 2026-03-02T09:30:00+08:00, always with its offset
