"""The eID client in a technician's hands: sign-ins at any server, from a command line or a browser."""
