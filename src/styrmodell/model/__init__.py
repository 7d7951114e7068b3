"""The typed objects, frozen and exact; nothing here reads, computes or prints."""
