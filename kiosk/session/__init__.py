"""The visit as data: states, events, effects, and the one pure function between them.

Read in this order: `errand`, `states`, `sign_in_states`, `events`, `effects`, `step`.
"""
