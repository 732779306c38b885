package chat.beseda.bans;

/** News: a ban was ended before its time. */
public record BanLifted(Ban ban) {}
