import type { ConsoleKey, ConsoleMessages } from "../messages/ru";

type Placeless<Text> = Text extends string ? (Text extends `${string}{${string}}${string}` ? false : true) : false;

/** Keys of the texts without places: they can stand in tables of actions, sections and codes. */
export type PlainKey = { [Key in ConsoleKey]: Placeless<ConsoleMessages[Key]> extends true ? Key : never }[ConsoleKey];
