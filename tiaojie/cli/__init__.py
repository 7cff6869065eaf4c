"""The command line: nouns and words come from the contracts; what is more has a file."""
