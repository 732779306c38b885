import type { KeyValues } from "@beseda/client";

/** What the visitor chose in the panel's menu; null where nothing was chosen and the site decides. */
export interface Choices {
  readonly sound: boolean | null;
  readonly language: string | null;
  /** Whom the visitor's questions are for. */
  readonly department: string | null;
  /** The question for the city was answered or put away. */
  readonly cityAsked: boolean;
}

/** Who asks, and where he can be answered. */
export interface Contact {
  readonly name: string;
  readonly address: string;
}

/** Small things the panel keeps in its storage: the visitor's choices and the text not sent yet. */
export class Notebook {
  constructor(
    private readonly storage: KeyValues | null,
    private readonly site: string,
  ) {}

  choices(): Choices {
    try {
      const { sound, language, department, cityAsked } = JSON.parse(this.read("choices") ?? "{}") as Partial<Choices>;
      return {
        sound: sound ?? null,
        language: language ?? null,
        department: department ?? null,
        cityAsked: cityAsked ?? false,
      };
    } catch {
      return { sound: null, language: null, department: null, cityAsked: false };
    }
  }

  choose(choices: Choices): void {
    this.write("choices", JSON.stringify(choices));
  }

  draft(): string {
    return this.read("draft") ?? "";
  }

  keepDraft(text: string): void {
    this.write("draft", text);
  }

  /** Files of the message that is being written, as text. */
  files(): string | null {
    return this.read("files");
  }

  keepFiles(files: string): void {
    this.write("files", files);
  }

  /** What stands in the fields of what is asked before a conversation, by their ids. */
  answers(): Readonly<Record<string, string>> {
    try {
      return JSON.parse(this.read("answers") ?? "{}") as Record<string, string>;
    } catch {
      return {};
    }
  }

  keepAnswers(answers: Readonly<Record<string, string>>): void {
    this.write("answers", Object.keys(answers).length === 0 ? "" : JSON.stringify(answers));
  }

  contact(): Contact {
    try {
      const { name, address } = JSON.parse(this.read("contact") ?? "{}") as Partial<Contact>;
      return { name: name ?? "", address: address ?? "" };
    } catch {
      return { name: "", address: "" };
    }
  }

  keepContact(contact: Contact): void {
    this.write("contact", JSON.stringify(contact));
  }

  /** The kind of requests whose form is open. */
  requesting(): string | null {
    return this.read("requesting");
  }

  keepRequesting(kind: string): void {
    this.write("requesting", kind);
  }

  /** What stands in the fields of requests, as text. */
  request(): string | null {
    return this.read("request");
  }

  keepRequest(request: string): void {
    this.write("request", request);
  }

  /** The visit of a panel in a window of its own; in a frame the page's side knows it. */
  visit(): string | null {
    return this.read("visit");
  }

  keepVisit(visit: string): void {
    this.write("visit", visit);
  }

  private read(name: string): string | null {
    try {
      return this.storage?.getItem(`beseda/${name}/${this.site}`) ?? null;
    } catch {
      return null;
    }
  }

  private write(name: string, value: string): void {
    const key = `beseda/${name}/${this.site}`;
    try {
      if (value) this.storage?.setItem(key, value);
      else this.storage?.removeItem(key);
    } catch {
      // A full storage costs the memory of a draft, not the draft.
    }
  }
}
