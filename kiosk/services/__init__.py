"""Services as documents: the definition, its conditions, and the form as a pure fold of answers over it."""
