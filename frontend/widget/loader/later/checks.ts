/** Judges what a page's script gave: what is wrong with it, and what was expected; null when it is right. */
export type Check = (given: unknown) => string | null;

const longest = 40;

function wrong(name: string, expected: string, given: unknown): string {
  return `${name} has to be ${expected}, not ${shown(given)}`;
}

function shown(given: unknown): string {
  if (typeof given === "string") {
    return JSON.stringify(given.length > longest ? `${given.slice(0, longest)}…` : given);
  }
  if (typeof given === "function") return "a function";
  if (typeof given !== "object" || given === null) return String(given);
  return Array.isArray(given) ? "a list" : "an object";
}

function isPlain(given: unknown): boolean {
  return typeof given === "string" || typeof given === "boolean" || Number.isFinite(given);
}

function isObject(given: unknown): given is Record<string, unknown> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

export function text(name: string, most: number): Check {
  return (given) =>
    typeof given === "string" && given.trim() !== "" && given.length <= most
      ? null
      : wrong(name, `a text of 1 to ${most} characters`, given);
}

export function plain(name: string): Check {
  return (given) => (isPlain(given) ? null : wrong(name, "a text, a number, true or false", given));
}

export function amount(name: string): Check {
  return (given) => (given === undefined || Number.isFinite(given) ? null : wrong(name, "a number or left out", given));
}

/** What the server names a thing by; nothing where the page left it empty. */
export function named(name: string): Check {
  return (given) => (given === "" || isName(given) ? null : wrong(name, "an id or left out", given));
}

export function callable(name: string): Check {
  return (given) => (typeof given === "function" ? null : wrong(name, "a function", given));
}

export function maybe(check: Check): Check {
  return (given) => (given === undefined ? null : check(given));
}

export function one(name: string, of: readonly string[]): Check {
  return (given) =>
    typeof given === "string" && of.includes(given) ? null : wrong(name, `one of ${of.join(", ")}`, given);
}

/** An object of plain values by any names. */
export function values(name: string, most: number): Check {
  return (given) => {
    if (!isObject(given)) return wrong(name, "an object like { cart: 1200 }", given);
    const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
    if (entries.length > most) return wrong(name, `an object of ${most} values at most`, given);
    const odd = entries.find(([, value]) => !isPlain(value));
    return odd ? wrong(`${name}.${odd[0]}`, "a text, a number, true or false", odd[1]) : null;
  };
}

/** An object of no other than these. */
export function parts(name: string, of: Readonly<Record<string, Check>>): Check {
  return (given) => {
    if (!isObject(given) || Object.keys(given).length === 0) {
      return wrong(name, `an object with some of ${Object.keys(of).join(", ")}`, given);
    }
    const judge = ([part, value]: [string, unknown]) => {
      const check = Object.hasOwn(of, part) ? of[part] : undefined;
      if (!check) return `${name} has no "${part}": expected some of ${Object.keys(of).join(", ")}`;
      return value === null || value === undefined ? null : check(value);
    };
    return (
      Object.entries(given)
        .map(judge)
        .find((problem) => problem !== null) ?? null
    );
  };
}

export function flag(name: string): Check {
  return (given) => (typeof given === "boolean" ? null : wrong(name, "true or false", given));
}

/** Who is signed in: a token, or at least an id. */
export const client: Check = (given) =>
  isObject(given) && (isName(given.token) || isName(given.id))
    ? null
    : wrong("client", "an object with token or id", given);

function isName(given: unknown): boolean {
  return (typeof given === "string" && given !== "") || Number.isFinite(given);
}
