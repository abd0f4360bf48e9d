"""What people who write service definitions are told of them, with file, line and what to do."""
