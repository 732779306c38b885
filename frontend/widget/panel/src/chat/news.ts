import type { VisitorSnapshot, VisitorThread } from "@beseda/client";

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

/** A conversation that is over when it is first seen is one the visitor scrolled up to. */
function newestOf(thread: VisitorThread | undefined): number {
  return thread?.header.state === "closed" ? thread.log.last : 0;
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
    const isNew = ([id, seq]: [string, number]) => seq > (before?.get(id) ?? newestOf(snapshot.threads[id]));
    return before !== null && [...this.known].some(isNew);
  }
}
