import type { Page } from "playwright-core";
import type { Kind, KindDraft } from "../../frontend/console/src/rest/requestKinds";
import type { Administration } from "./administration";
import type { Stage } from "./stage";
import { Visitor } from "./visitor";

/** A kind of call order of all sites at any hour, with `change`. */
export function addKind(administration: Administration, change: Partial<KindDraft> = {}): Promise<Kind> {
  return administration.send<Kind>("POST", "/api/request-kinds", {
    site: null,
    nature: "call",
    name: { ru: "Заказать звонок" },
    invitation: {},
    department: null,
    on: true,
    order: 10,
    asks: { name: "optional", phone: "required", email: "optional", text: "optional" },
    fields: [],
    slotMinutes: 30,
    capacity: 10,
    daysAhead: 7,
    leadMinutes: 0,
    soon: true,
    soonMinutes: 30,
    answerMinutes: 480,
    remindMinutes: 0,
    rota: [],
    turn: "all",
    ...change,
  });
}

/** Somebody on the demo shop who leaves requests as their window does. */
export class Guest {
  private number = 0;

  private constructor(
    private readonly page: Page,
    private readonly address: string,
    private readonly token: string,
  ) {}

  static async come(stage: Stage): Promise<Guest> {
    const context = await stage.context();
    const page = await context.newPage();
    const token = new Promise<string>((resolve) => {
      page.on("websocket", (socket) =>
        socket.on("framereceived", ({ payload }) => {
          const said = JSON.parse(String(payload)) as { t: string; token?: string | null };
          if (said.t === "welcome" && said.token) resolve(said.token);
        }),
      );
    });
    await page.goto(`${stage.server.address}/demo/`);
    // The window's right to speak comes with the window.
    await new Visitor(page).open();
    return new Guest(page, stage.server.address, await token);
  }

  /** Leaves one, as soon as a form may be sent after it was opened. */
  async leaves(kind: Kind, said: Partial<Record<"name" | "phone" | "email" | "text", string>>): Promise<void> {
    const site = await this.siteKey();
    const path = `${this.address}/api/visitor/${site}/requests`;
    const headers = { "X-Beseda": "1", "X-Beseda-Token": this.token, Origin: this.address };
    const asked = await this.page.request.get(`${path}?language=ru`, { headers });
    const { stamp } = (await asked.json()) as { stamp: string };
    const cid = `request-${kind.id}-${++this.number}-${stamp.slice(-8).replaceAll(/[^\w-]/g, "")}`;
    const empty = { trap: "", name: "", phone: "", email: "", text: "", page: "", answers: {} };
    const data = { ...empty, ...said, cid, kind: kind.id, stamp, at: null, zone: "Asia/Omsk", language: "ru" };
    for (;;) {
      const answer = await this.page.request.post(path, { headers, data });
      if (answer.ok()) return;
      const { code, retryMs } = (await answer.json()) as { code: string; retryMs: number | null };
      if (code !== "form_too_fast") throw new Error(`a request was refused: ${await answer.text()}`);
      // Nobody fills a form in at once: the server says how long a person takes.
      await new Promise((resolve) => setTimeout(resolve, retryMs ?? 2000));
    }
  }

  private async siteKey(): Promise<string> {
    const key = await this.page.locator("script[data-site]").first().getAttribute("data-site");
    if (key === null) throw new Error("the demo shop carries no button");
    return key;
  }
}
