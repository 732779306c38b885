import type { Person } from "@beseda/client";
import { useState } from "preact/hooks";
import style from "./Face.module.css";
import { Icon } from "./Icon";

interface Properties {
  readonly person: Person | null;
  readonly size: "small" | "medium" | "large";
  /** A green dot: left out where being on line says nothing. */
  readonly online?: boolean;
}

/** The photo of a person, his initials without one, a bubble when there is nobody. Decoration: the name stands beside it. */
export function Face({ person, size, online = false }: Properties) {
  const [broken, setBroken] = useState<string | null>(null);
  const photo = person?.photo ?? null;
  return (
    <span class={`${style.face} ${style[size]}`} aria-hidden="true">
      {photo && photo !== broken ? (
        <img src={photo} alt="" onError={() => setBroken(photo)} />
      ) : (
        <span class={style.initials}>{person ? initials(person.name) : <Icon name="talk" />}</span>
      )}
      {online && <span class={style.online} />}
    </span>
  );
}

/** First letters of the first two words, whole characters of any script. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
