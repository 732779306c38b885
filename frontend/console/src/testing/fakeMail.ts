import type { Mail, MailDraft, Tested } from "../rest/mail";
import type { Box, BoxTested } from "../rest/mailbox";

const off: Mail = {
  host: "",
  port: 587,
  security: "starttls",
  user: "",
  hasPassword: false,
  from: "",
  name: "",
  answers: { on: true, minutes: 5, linked: true },
  queue: { waiting: 0, refused: 0, oldestAt: null },
  trouble: null,
  letters: [],
};

const noBox: Box = {
  host: "",
  port: 993,
  security: "tls",
  user: "",
  hasPassword: false,
  folder: "INBOX",
  address: "",
  plus: false,
  readAt: null,
  trouble: null,
  letters: [],
};

const wrongFrom = {
  code: "invalid",
  detail: "Проверьте отмеченное.",
  fields: [{ field: "from", code: "email", value: null, expected: "адрес вида name@example.com" }],
};

const wrongMinutes = {
  code: "invalid",
  detail: "Проверьте отмеченное.",
  fields: [{ field: "minutes", code: "range", value: "0", expected: "от 1 до 1440" }],
};

/** The mail of the server in memory: what was asked of it, and how letters of a test fare. */
export class FakeMail {
  readonly asked: { method: string; path: string; body: MailDraft }[] = [];
  tested: Tested | "broken" = { sent: true };
  box: Box = noBox;
  opened: BoxTested = { opened: true };

  private constructor(public mail: Mail) {}

  /** Answers for `/api/mail` of the console that is open. */
  static serve(mail: Partial<Mail> = {}, box: Partial<Box> = {}): FakeMail {
    const fake = new FakeMail({ ...off, ...mail });
    fake.box = { ...noBox, ...box };
    const around = globalThis.fetch;
    globalThis.fetch = (async (address: string, init: RequestInit = {}) => {
      if (!address.startsWith("/api/mail")) return around(address, init);
      const body = typeof init.body === "string" ? JSON.parse(init.body) : {};
      return fake.answer(init.method ?? "GET", address, body);
    }) as typeof fetch;
    return fake;
  }

  private answer(method: string, path: string, body: MailDraft): Response {
    if (method !== "GET") this.asked.push({ method, path, body });
    if (path.startsWith("/api/mailbox")) return this.answerBox(method, path, body);
    if (path === "/api/mail/test") {
      return this.tested === "broken" ? new Response("", { status: 503 }) : Response.json(this.tested);
    }
    if (path === "/api/mail/answers") {
      const { on, minutes } = body as unknown as Mail["answers"];
      if (minutes < 1) return Response.json(wrongMinutes, { status: 422 });
      this.mail = { ...this.mail, answers: { ...this.mail.answers, on, minutes } };
      return Response.json(this.mail);
    }
    const [, , , , id, again] = path.split("/");
    if (id !== undefined) {
      const letters = this.mail.letters.filter((letter) => letter.id !== id || again !== undefined);
      this.mail = { ...this.mail, letters: letters.map((letter) => ({ ...letter, state: "waiting" })) };
      return new Response(null, { status: 204 });
    }
    if (method === "PUT") {
      if (body.host !== "" && !body.from.includes("@")) return Response.json(wrongFrom, { status: 422 });
      const { password, ...said } = body;
      this.mail = { ...this.mail, ...said, hasPassword: password === null ? this.mail.hasPassword : password !== "" };
    }
    return Response.json(this.mail);
  }

  private answerBox(method: string, path: string, body: object): Response {
    if (path.startsWith("/api/mailbox/letters/")) return Response.json({ text: "Слова\n> цитата" });
    if (path === "/api/mailbox/test") return Response.json(this.opened);
    if (method === "PUT") {
      const { password, ...said } = body as Box & { password: string | null };
      this.box = { ...this.box, ...said, hasPassword: password !== "" };
    }
    return Response.json(this.box);
  }
}
