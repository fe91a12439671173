"""Messages: who must hear what now, and the mail, text message and letter for it."""
