import type { Event, VisitorSnapshot } from "@beseda/client";
import type { PanelEvent } from "../../../shared/port";

/** Finds what happened in the conversations since the last look. What was there when the line first came alive is not news. */
export class Happenings {
  private known: ReadonlyMap<string, number> | null = null;
  private rated = new Map<string, number | undefined>();

  heard({ line, threads }: VisitorSnapshot): PanelEvent[] {
    const before = this.known;
    if (!before && line.kind !== "live") return [];
    const logs = Object.entries(threads);
    /** What is over when it is first seen, the visitor scrolled up to: nothing of it is news. */
    const past = (id: string) => before !== null && !before.has(id) && threads[id]?.header.state === "closed";
    const last = (id: string) => before?.get(id) ?? (past(id) ? Number.POSITIVE_INFINITY : 0);
    this.known = new Map(logs.map(([id, { log }]) => [id, Math.max(last(id), log.last)]));
    const rated = logs.flatMap(([id, { rating }]) => {
      if (rating === undefined || this.rated.get(id) === rating.score) return [];
      const isNews = this.rated.has(id) || last(id) < Number.POSITIVE_INFINITY;
      this.rated.set(id, rating.score);
      return isNews ? [{ name: "rated", score: rating.score } as const] : [];
    });
    if (!before) return [];
    const happened = logs.flatMap(([id, { log }]) =>
      log.events.filter(({ seq }) => seq > last(id)).flatMap((event) => told(event) ?? []),
    );
    return [...happened, ...rated];
  }
}

function told({ author, body }: Event): PanelEvent | null {
  switch (body.type) {
    case "message":
      return author.kind === "system" ? null : { name: "message", from: author.kind };
    case "joined":
      return operator(body.operator);
    case "left":
      return operator(null);
    case "handed_over":
      return operator(body.to);
    case "closed":
      return { name: "ended", by: body.by };
    default:
      return null;
  }
}

function operator(person: { name: string; title: string } | null): PanelEvent {
  return { name: "operator", operator: person && { name: person.name, title: person.title } };
}
