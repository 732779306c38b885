import { refusalOfDocument, type TextDocument } from "@beseda/client";
import type { Mentioned } from "../mentions/mentions";
import { remember, remembered } from "../theme/memory";

/** What stands in the editor of a conversation and was not sent. */
export interface Draft {
  readonly text: string;
  readonly note: boolean;
  /** The text formatted; an answer only. */
  readonly document?: TextDocument | undefined;
  /** Place in the public log of the message it answers. */
  readonly reply?: number | undefined;
  /** Colleagues named in a note. */
  readonly mentions?: readonly Mentioned[] | undefined;
}

export const noDraft: Draft = { text: "", note: false };

/** Thirty days: by then nobody comes back to an unfinished sentence. */
const lifetime = 30 * 24 * 3_600_000;

interface Kept extends Draft {
  readonly at: number;
}

/** Drafts of one operator in this browser. A draft outlives a reload, a refusal and a change of conversation. */
export class Drafts {
  constructor(
    private readonly operator: string,
    private readonly now: () => number = Date.now,
  ) {}

  read(conversation: string): Draft {
    const kept = this.all()[conversation];
    if (kept === undefined) return noDraft;
    const { text, note, document, reply, mentions } = kept;
    return {
      text,
      note,
      ...(typeof reply === "number" ? { reply } : {}),
      ...(areSound(mentions) ? { mentions } : {}),
      ...(isSound(document) ? { document } : {}),
    };
  }

  /** A draft without text that answers nothing is forgotten. */
  write(conversation: string, draft: Draft): void {
    const { [conversation]: _, ...others } = this.all();
    const all =
      draft.text === "" && draft.reply === undefined
        ? others
        : { ...others, [conversation]: { ...draft, at: this.now() } };
    remember(this.key, Object.keys(all).length === 0 ? null : JSON.stringify(all));
  }

  private all(): Record<string, Kept> {
    try {
      const parsed: unknown = JSON.parse(remembered(this.key) ?? "{}");
      if (typeof parsed !== "object" || parsed === null) return {};
      return Object.fromEntries(Object.entries(parsed).filter(([, draft]) => this.isAlive(draft)));
    } catch {
      return {};
    }
  }

  private isAlive(draft: unknown): draft is Kept {
    if (typeof draft !== "object" || draft === null) return false;
    const { text, note, at } = draft as Partial<Record<keyof Kept, unknown>>;
    return (
      typeof text === "string" && typeof note === "boolean" && typeof at === "number" && this.now() - at < lifetime
    );
  }

  private get key(): string {
    return `drafts.${this.operator}`;
  }
}

function areSound(mentions: unknown): mentions is readonly Mentioned[] {
  return (
    Array.isArray(mentions) &&
    mentions.every((each) => typeof each?.id === "string" && typeof each.name === "string" && each.name !== "")
  );
}

/** What another version wrote may be anything; the text is there in any case. */
function isSound(document: TextDocument | undefined): boolean {
  try {
    return document !== undefined && refusalOfDocument(document)?.code !== "document_invalid";
  } catch {
    return false;
  }
}
