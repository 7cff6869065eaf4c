"""Registry (登记) owns divisions, committees, mediators, roles, courts, resources, profiles."""
