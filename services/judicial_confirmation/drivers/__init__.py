"""The court outside: what carries packets to it, and what it answers."""
