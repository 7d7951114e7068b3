"""The calendar: who is to do what when, and what has been done."""
