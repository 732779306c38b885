import type { ComponentChildren } from "preact";
import style from "./Requests.module.css";

interface Choice<Value> {
  readonly value: Value;
  readonly label: ComponentChildren;
}

interface Properties<Value> {
  readonly name: string;
  readonly of: readonly Choice<Value>[];
  readonly chosen: Value | undefined;
  /** Small ones beside each other, else one below the other. */
  readonly small?: boolean;
  choose(value: Value): void;
}

/** Radio buttons that look like what they are. */
export function Choices<Value>({ name, of, chosen, small, choose }: Properties<Value>) {
  return (
    <div class={small ? style.times : style.ways}>
      {of.map(({ value, label }) => (
        <label key={String(value)}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
