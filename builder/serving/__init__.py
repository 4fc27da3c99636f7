"""`make serve`: the site as it will be published, built anew as files change, with every fault in the browser too."""
