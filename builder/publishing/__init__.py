"""From a build to what is published: a last look at every page, one stylesheet, one script, one policy, the swap."""
