"""The code lists of supervision's contract."""

BY = ("none", "division", "committee")
KINDS = ("case", "screening", "finding")
CELLS = ("count", "fen")  # a cell in fen is shown in 万元 and kept to the fen
SOURCE_STATES = ("ready", "behind", "replaying", "absent")
