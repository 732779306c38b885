package chat.beseda.outreach;

/** News: a visitor is invited; his page shows it. */
public record InvitationSent(Invitation invitation) {}
