"""What we keep in every database: transaction, commands, journal and its seal, cursors, parked
subjects, jobs and deadlines (design.md §7). It knows no bus: `shared/bus` runs its loops.
"""
