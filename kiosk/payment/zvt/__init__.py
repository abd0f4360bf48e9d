"""The ZVT protocol (ECR interface PA00P015, revision 13) without any I/O: bytes in, values out, and back."""
