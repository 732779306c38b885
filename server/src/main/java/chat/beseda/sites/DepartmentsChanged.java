package chat.beseda.sites;

/** News: a department was made, changed or removed. */
public record DepartmentsChanged() {}
