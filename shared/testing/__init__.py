"""What tests stand on: a running suite, people of the test range, fault points."""
