"""Claims: allowance and expenses, in integer cents."""
