package chat.beseda.bans;

/** Somebody is not served from now on; his lines have to end. */
public record Banned(Ban ban) {}
