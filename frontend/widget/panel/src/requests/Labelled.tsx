import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import style from "./Requests.module.css";

/** What a field is given so that its label and its fault belong to it. */
export interface Own {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string;
}

interface Properties {
  readonly label: string;
  readonly problem: string | null;
  children(own: Own): ComponentChildren;
}

/** A field under its label, and what is wrong with it below. */
export function Labelled({ label, problem, children }: Properties) {
  const id = useId();
  return (
    <div class={style.field}>
      <label for={id} dir="auto">
        {label}
      </label>
      {children({ id, "aria-invalid": problem !== null, "aria-describedby": `${id}problem` })}
      <p class={style.problem} id={`${id}problem`} hidden={problem === null}>
        {problem}
      </p>
    </div>
  );
}
