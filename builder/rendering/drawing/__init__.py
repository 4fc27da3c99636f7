"""From records to positions on paper; templates in templates/charts/ draw them."""
