"""The only reader of the environment: typed settings, each with the sentence that explains it."""
