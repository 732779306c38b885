package chat.beseda.settings;

import java.time.Duration;

/**
 * What holds for the whole installation.
 *
 * @param demo whether the demo shop is served
 * @param sessionIdle how long an operator's session lives when nobody does anything in it
 * @param sessionAbsolute how long it lives at most
 * @param invitationLife how long a link of an invitation works
 * @param editing how long an operator may change or delete what they said; zero: never
 * @param awayAfter how long an operator does nothing before they are set away; zero: they never are
 */
public record Settings(
        String company,
        boolean demo,
        Duration sessionIdle,
        Duration sessionAbsolute,
        Duration invitationLife,
        Duration awayAfter,
        Duration editing,
        Lateness lateness) {}
