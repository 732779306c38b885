/** Where the visitor has put the window and how large he made it, in CSS pixels; kept from the nearest corner of what is seen. */
export interface Place {
  readonly side: "left" | "right";
  readonly edge: "top" | "bottom";
  /** From that side and from that edge. */
  readonly across: number;
  readonly along: number;
  readonly width: number;
  readonly height: number;
}

/** What the buttons and keys of the panel ask for. */
export const steps = [
  "left",
  "right",
  "up",
  "down",
  "larger",
  "smaller",
  "wider",
  "narrower",
  "taller",
  "shorter",
  "home",
] as const;

export type Step = (typeof steps)[number];
