"""Where answers of language models come from: in this process, from a server, or from the log of an earlier run."""
