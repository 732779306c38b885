import type { ConsoleState } from "@beseda/client";
import type { Mention } from "@beseda/protocol";

/** Tells of each mention once, however often the list of them comes. */
export class Mentioned {
  private readonly told = new Set<string>();

  /** @param since when I began to look, by the server's clock: older ones only stand in the list */
  constructor(private readonly since: number) {}

  next({ mentions }: ConsoleState): Mention[] {
    const fresh = mentions.filter((each) => each.at > this.since && !this.told.has(key(each)));
    for (const each of fresh) this.told.add(key(each));
    return fresh;
  }
}

function key({ conversation, seq }: Mention): string {
  return `${conversation}/${seq}`;
}
