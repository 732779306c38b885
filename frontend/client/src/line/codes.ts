/** Close codes of the protocol. Anything else (1006, 1001…) counts as a loss on the way. */
export const CODES = {
  restart: 1012,
  silence: 4000,
  slow: 4008,
  malformed: 4400,
  signedOut: 4401,
  forbidden: 4403,
  unknownSite: 4404,
  replaced: 4409,
  tooLarge: 4413,
  outdated: 4426,
  tooMany: 4429,
} as const;

export type Code = number;
