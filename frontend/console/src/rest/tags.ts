export const tagColours = ["grey", "red", "orange", "yellow", "green", "teal", "blue", "violet"] as const;

export interface TagView {
  id: string;
  name: string;
  colour: (typeof tagColours)[number];
  retired: boolean;
}
