"""What the templates of the HTML report are given: plain values, no markup."""
