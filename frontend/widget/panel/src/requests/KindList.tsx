import style from "./Requests.module.css";
import type { Kind } from "./requests";

const shapes = {
  call: "M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2c.3-.3.7-.4 1-.2 1.1.4 2.3.6 3.6.6.6 0 1 .4 1 1V20c0 .6-.4 1-1 1A17 17 0 0 1 3 4c0-.6.4-1 1-1h3.5c.6 0 1 .4 1 1 0 1.2.2 2.4.6 3.6.1.3 0 .7-.2 1z",
  letter:
    "M4 5h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zm0 3.2V17h16V8.2l-8 5.3zM5.3 7l6.7 4.4L18.7 7z",
} as const;

interface Properties {
  readonly kinds: readonly Kind[];
  /** By their names only. */
  readonly brief?: boolean;
  choose(kind: string): void;
}

/** The calls and letters there are, each a button. */
export function KindList({ kinds, brief = false, choose }: Properties) {
  if (kinds.length === 0) return null;
  return (
    <ul class={style.kinds}>
      {kinds.map(({ id, nature, name, invitation }) => (
        <li key={id}>
          <button type="button" onClick={() => choose(id)}>
            <svg viewBox="0 0 24 24" width="20" height="20" fill="currentColor" aria-hidden="true">
              <path d={shapes[nature]} />
            </svg>
            <span dir="auto">
              {name}
              {!brief && invitation && <small>{invitation}</small>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
