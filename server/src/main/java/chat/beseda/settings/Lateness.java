package chat.beseda.settings;

import java.time.Duration;

/**
 * When an answer to a visitor counts as late.
 *
 * @param after how long a visitor may wait for an answer
 * @param warning how long before that the operator is warned; zero: not before it is late
 */
public record Lateness(Duration after, Duration warning) {}
