"""Who is asking and what they may see: principals, scope, tokens, encryption, masking."""
