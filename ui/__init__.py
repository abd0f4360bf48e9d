"""What people see, hear and touch; the only package that imports Qt."""
