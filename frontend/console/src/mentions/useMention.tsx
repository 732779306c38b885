import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import type { DraftKeeper } from "../conversations/useDraft";
import { type At, atBefore, type Mentioned } from "./mentions";

/** Most notes name nobody: the list is fetched with the first @. */
const MentionPicker = lazy(() => import("../later").then((file) => ({ default: file.MentionPicker })));

interface Mention {
  /** The cursor moved, or went away. */
  readonly moved: (caret: number | null) => void;
  /** True when the key was the list's. */
  readonly press: (event: KeyboardEvent) => boolean;
  /** What the field says of the list while it is open. */
  readonly attributes: object;
  readonly picker: ReactNode;
}

/** Colleagues named behind an @ in a note. */
export function useMention(
  conversation: string,
  { now, change }: DraftKeeper,
  note: boolean,
  field: RefObject<HTMLTextAreaElement | null>,
): Mention {
  const [found, setFound] = useState<At | null>(null);
  const [closed, setClosed] = useState<number | null>(null);
  const [option, point] = useState<string | null>(null);
  const press = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const at = note && found !== null && found.at !== closed ? found : null;

  const moved = (caret: number | null) => {
    const { text, mentions = [] } = now();
    const next = note && caret !== null ? atBefore(text, caret, mentions) : null;
    // Closed is the @ that was there, not the next one.
    if (next === null) setClosed(null);
    setFound(next);
  };
  const pick = (mentioned: Mentioned) => {
    if (at === null) return;
    const { text, mentions = [] } = now();
    const end = at.at + 1 + at.query.length;
    const name = `@${mentioned.name} `;
    const rest = text.slice(end);
    flushSync(() =>
      change({
        text: text.slice(0, at.at) + name + (rest.startsWith(" ") ? rest.slice(1) : rest),
        mentions: [...mentions.filter(({ id }) => id !== mentioned.id), mentioned],
      }),
    );
    const caret = at.at + name.length;
    field.current?.focus();
    field.current?.setSelectionRange(caret, caret);
    setFound(null);
  };
  const close = useCallback(() => setClosed(found?.at ?? null), [found]);

  return {
    moved,
    press: (event) => at !== null && press.current?.(event) === true,
    attributes:
      at === null
        ? {}
        : {
            "aria-autocomplete": "list",
            "aria-haspopup": "listbox",
            "aria-controls": "mention-list",
            "aria-activedescendant": option ?? undefined,
          },
    picker: at !== null && (
      <Suspense fallback={null}>
        <MentionPicker
          conversation={conversation}
          query={at.query}
          press={press}
          point={point}
          pick={pick}
          close={close}
        />
      </Suspense>
    ),
  };
}
