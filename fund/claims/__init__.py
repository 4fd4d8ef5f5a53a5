"""Who reads which open request, so that two approvers do not read the same. It decides nothing and locks nobody out."""
