"""What was judged before, remembered outside the repository; it changes no verdict."""
