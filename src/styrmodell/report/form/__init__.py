"""Forms: tables as workbooks that a unit fills in and sends back."""
