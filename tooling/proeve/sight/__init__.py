"""What the verdicts tell: values for reports, pages and commands."""
