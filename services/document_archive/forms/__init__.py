"""The papers of a volume (人民调解文书): their catalogue and their templates."""
