"""Stories (剧本): real published disputes, taken through the suite on a clock of their own."""
