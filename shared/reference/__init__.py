"""Published tables, statutes, divisions and the writing of money: packaged data with dates."""
