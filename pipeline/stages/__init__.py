"""The steps of the flow, each from shard to shard."""
