import type { OperatorState, Role } from "@beseda/protocol";

export type Locale = "ru" | "en" | "uk";
export type Theme = "system" | "light" | "dark";

export interface Me {
  id: string;
  name: string;
  email: string;
  title: string;
  role: Role;
  photo: string | null;
  state: OperatorState;
  capacity: number;
  locale: Locale;
  theme: Theme;
  /** Name and title where they are others; an empty part is the same. */
  translations: Partial<Record<Locale, Called>>;
  status: { text: string; until: number | null } | null;
  hours: WorkingHours;
}

export interface Called {
  name: string;
  title: string;
}

/** When I work, in my time zone; no days: nothing is said. */
export interface WorkingHours {
  timeZone: string;
  days: WorkDay[];
}

/** Minutes of the day, weekday 1 is Monday; through midnight when `to` is not after `from`. */
export interface WorkDay {
  weekday: number;
  from: number;
  to: number;
}
