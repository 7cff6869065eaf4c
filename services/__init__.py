"""The owners: one folder a service, none importing another (design.md §1)."""
