"""How heavy the pages are, how long a build takes, and how both grow. Measures, gives no verdict: `make bench`."""
