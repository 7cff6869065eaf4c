"""Outside things that the archive works with: the press, the binder, the reader of PDF files."""
