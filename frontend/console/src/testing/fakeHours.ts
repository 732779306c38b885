import type { OpenTimes, Timetable, TimetableDraft } from "../rest/hours";

/** The timetables of the server in memory; their open times are what a test says. */
export class FakeHours {
  timetables: Timetable[] = [];
  openTimes: OpenTimes[] = [];

  answer(id: string | undefined, method: string, body: object): unknown {
    if (id === "open") return this.openTimes;
    if (method === "GET") return this.timetables;
    if (method === "DELETE") {
      this.timetables = this.timetables.filter((each) => each.id !== id);
      return undefined;
    }
    const kept = this.timetables.find((each) => each.id === id);
    const fresh = { id: `h${this.timetables.length + 1}`, open: true, changesAt: null, sites: [], departments: [] };
    const saved: Timetable = { ...(kept ?? fresh), ...(body as TimetableDraft) };
    this.timetables = [...this.timetables.filter((each) => each !== kept), saved];
    return saved;
  }

  choose(list: string | undefined, id: string | undefined, body: Record<string, unknown>): unknown {
    const kind = list === "sites" ? "sites" : "departments";
    this.timetables = this.timetables.map((each) => {
      const others = each[kind].filter((known) => known !== id);
      return { ...each, [kind]: each.id === body.timetable ? [...others, id ?? ""] : others };
    });
    return body;
  }
}
