"""The doctor (体检): looks at a site from outside, judges what it finds, changes nothing."""
