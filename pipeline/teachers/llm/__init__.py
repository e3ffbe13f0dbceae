"""The teacher that asks language models: it renders prompts, asks engines, and parses what they say."""
