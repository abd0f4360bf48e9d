"""The visit as data: states, events, effects, and the one pure function between them.

Read in this order: `states`, `events`, `effects`, `step`.
"""
