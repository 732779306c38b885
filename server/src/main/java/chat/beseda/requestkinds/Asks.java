package chat.beseda.requestkinds;

/** What a form asks for besides its own fields. */
public record Asks(Need name, Need phone, Need email, Need text) {}
