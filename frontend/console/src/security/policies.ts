/** The part of Trusted Types used here; TypeScript's DOM library does not have it yet. */
interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { createHTML: (text: string) => string; createScriptURL: (address: string) => string },
  ) => unknown;
}

/**
 * The last gate under `require-trusted-types-for 'script'`. Mantine hands the text of its style elements to innerHTML:
 * text without "<" can make no markup, so it passes, and everything else is refused.
 */
export const rules = {
  createHTML: (text: string): string => {
    if (text.includes("<")) throw new TypeError("HTML refused: nodes are built, markup is never parsed");
    return text;
  },
  createScriptURL: (address: string): string => {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin)
      throw new TypeError(`script of ${url.origin} refused: expected ${location.origin}`);
    return address;
  },
};

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy("default", rules);
