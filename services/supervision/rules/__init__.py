"""What a statistician must keep, as on paper: columns, checks, what each entry tells of a case."""
