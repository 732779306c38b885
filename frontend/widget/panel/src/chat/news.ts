import type { VisitorSnapshot } from "@beseda/client";

/** The newest operator's message known, as a number that only grows while the panel lives. */
function messagesOfOperators({ threads }: VisitorSnapshot): Map<string, number> {
  const newest = new Map<string, number>();
  for (const [id, { log }] of Object.entries(threads)) {
    for (const { seq, author, body } of log.events) {
      if (author.kind === "operator" && body.type === "message") newest.set(id, seq);
    }
  }
  return newest;
}

/**
 * Tells whether an operator's message came since the last look. What was there when the line first came alive is not news:
 * opening the window again does not ring.
 */
export class News {
  private known: Map<string, number> | null = null;

  heard(snapshot: VisitorSnapshot): boolean {
    if (!this.known && snapshot.line.kind !== "live") return false;
    const before = this.known;
    this.known = messagesOfOperators(snapshot);
    return before !== null && [...this.known].some(([id, seq]) => seq > (before.get(id) ?? 0));
  }
}
