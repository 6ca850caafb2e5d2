"""The commands of `acuerdos`, a module each: its ``command`` is what the group loads."""
