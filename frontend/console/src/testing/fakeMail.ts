import type { Mail, MailDraft, Tested } from "../rest/mail";

const off: Mail = {
  host: "",
  port: 587,
  security: "starttls",
  user: "",
  hasPassword: false,
  from: "",
  name: "",
  queue: { waiting: 0, refused: 0, oldestAt: null },
  trouble: null,
  letters: [],
};

const wrongFrom = {
  code: "invalid",
  detail: "Проверьте отмеченное.",
  fields: [{ field: "from", code: "email", value: null, expected: "адрес вида name@example.com" }],
};

/** The mail of the server in memory: what was asked of it, and how letters of a test fare. */
export class FakeMail {
  readonly asked: { method: string; path: string; body: MailDraft }[] = [];
  tested: Tested | "broken" = { sent: true };

  private constructor(public mail: Mail) {}

  /** Answers for `/api/mail` of the console that is open. */
  static serve(mail: Partial<Mail> = {}): FakeMail {
    const fake = new FakeMail({ ...off, ...mail });
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
    if (path === "/api/mail/test") {
      return this.tested === "broken" ? new Response("", { status: 503 }) : Response.json(this.tested);
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
}
