"""The eID client of TR-03124-1: a conversation over HTTP requests and card operations."""
