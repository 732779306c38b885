import type { Environment } from "../environment";
import type { Outgoing } from "./types";

/** What of an item outlives the page. */
export type Kept = Pick<
  Outgoing,
  "cid" | "conversation" | "stream" | "text" | "document" | "files" | "reply" | "at" | "code" | "params"
> & {
  order: number;
};

/** The part of the browser's storage that holds one outbox: a key for each item, so that two tabs never overwrite each other. */
export interface Shelf {
  /** False when the browser refused to keep something. */
  readonly durable: boolean;
  all(): Kept[];
  has(cid: string): boolean;
  put(item: Kept): void;
  remove(cid: string): void;
}

export function openShelf({ storage }: Environment, scope: string): Shelf {
  const prefix = `beseda/outbox/${scope}/`;
  let durable = storage !== null;
  function attempt<T>(otherwise: T, action: (storage: NonNullable<Environment["storage"]>) => T): T {
    try {
      return storage ? action(storage) : otherwise;
    } catch {
      durable = false;
      return otherwise;
    }
  }
  return {
    get durable() {
      return durable;
    },
    all: () =>
      attempt<Kept[]>([], (from) => {
        const keys = Array.from({ length: from.length }, (_, index) => from.key(index) ?? "");
        const found = keys.filter((key) => key.startsWith(prefix)).map((key) => keptOf(from.getItem(key)));
        return found.filter((item) => item !== null).sort((a, b) => a.order - b.order);
      }),
    has: (cid) => attempt(false, (from) => from.getItem(prefix + cid) !== null),
    put: (item) => attempt(undefined, (to) => to.setItem(prefix + item.cid, JSON.stringify(item))),
    remove: (cid) => attempt(undefined, (from) => from.removeItem(prefix + cid)),
  };
}

/** Null for what this version did not write. */
function keptOf(json: string | null): Kept | null {
  try {
    const item = JSON.parse(json ?? "null") as Kept | null;
    return typeof item?.cid === "string" && typeof item.text === "string" && typeof item.order === "number"
      ? item
      : null;
  } catch {
    return null;
  }
}
