/** Close codes of the protocol. Anything else (1006, 1001…) counts as a loss on the way. */
export const restart = 1012;
export const silence = 4000;
export const slow = 4008;
export const malformed = 4400;
export const signedOut = 4401;
export const forbidden = 4403;
export const unknownSite = 4404;
export const replaced = 4409;
/** The site doesn't serve this visitor. */
export const banned = 4410;
export const tooLarge = 4413;
export const outdated = 4426;
export const tooMany = 4429;

export type Code = number;
