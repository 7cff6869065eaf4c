"""The process and the command `tiaojie`."""
