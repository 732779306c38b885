import type { OperatorState } from "@beseda/protocol";
import { useState } from "react";
import style from "./Avatar.module.css";

/** What the dot on a face says; null: no dot. */
export type Dot = OperatorState | "lost" | null;

interface Props {
  /** Gives the colour: the same person is the same colour everywhere. */
  id: string;
  name: string;
  photo?: string | null;
  size?: number;
  dot?: Dot;
}

/** A face: the photo, or the initials on a colour of their own. Says nothing to screen readers: the name stands beside it. */
export function Avatar({ id, name, photo = null, size = 36, dot = null }: Props) {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = photo !== null && photo !== broken ? photo : null;
  return (
    <span
      className={style.avatar}
      style={{ "--size": `${size}px`, "--hue": String(hueOf(id)) } as React.CSSProperties}
      aria-hidden
    >
      {shown === null ? (
        <span className={style.initials}>{initialsOf(name)}</span>
      ) : (
        <img className={style.photo} src={shown} alt="" width={size} height={size} onError={() => setBroken(shown)} />
      )}
      {dot !== null && <span className={style.dot} data-dot={dot} />}
    </span>
  );
}

/** The first letters of two words; of a number or of nothing, its last two digits or a dot. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...word][0]?.toLocaleUpperCase() ?? "");
  const digits = /\d{1,2}$/.exec(name)?.[0];
  if (digits !== undefined && letters.length < 2) return digits;
  return letters.join("") || "·";
}

function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8) % 360;
}
