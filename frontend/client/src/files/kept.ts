import type { Attachment } from "@beseda/protocol";

/** What of the files outlives the page: those on the server, and the names of those that did not get there. */
export interface KeptFiles {
  readonly ready: readonly Attachment[];
  readonly lost: readonly string[];
}

/** Nothing for what this version did not write. */
export function readKept(text: string | null): KeptFiles {
  try {
    const { ready, lost } = JSON.parse(text ?? "{}") as Partial<KeptFiles>;
    return {
      ready: Array.isArray(ready) ? ready.filter((file) => typeof file?.id === "string") : [],
      lost: Array.isArray(lost) ? lost.filter((name) => typeof name === "string") : [],
    };
  } catch {
    return { ready: [], lost: [] };
  }
}
