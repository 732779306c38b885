import type { Kept } from "../shared/port";

/** What the page remembers, between pages and tabs. */
export interface Keeper {
  read(): Kept;
  change(part: Kept): void;
}

/**
 * The page's own `localStorage` under one name; memory where the browser refuses. Read anew every time, because the other
 * tabs of the page write there too.
 */
export function keeper(name: string, storage: () => Pick<Storage, "getItem" | "setItem">): Keeper {
  let memory: Kept = {};
  const read = () => {
    attempt(() => {
      memory = { ...memory, ...JSON.parse(storage().getItem(name) ?? "{}") };
    });
    return memory;
  };
  return {
    read,
    change(part) {
      memory = { ...read(), ...part };
      attempt(() => storage().setItem(name, JSON.stringify(memory)));
    },
  };
}

/** Does without what a browser may forbid. */
export function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
