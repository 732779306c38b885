import type { BrowserContext } from "playwright-core";
import type { Operator, RoutingDraft, Session, Site, SiteDraft } from "../../frontend/console/src/rest/types";
import { signIn } from "./browser";
import type { Account } from "./server";

/** What a test lets happen in the console without walking through its pages. */
export class Administration {
  private constructor(
    private readonly context: BrowserContext,
    private readonly address: string,
  ) {}

  static async begin(context: BrowserContext, address: string, who?: Account): Promise<Administration> {
    await signIn(context, address, who);
    return new Administration(context, address);
  }

  async addSite(draft: Partial<SiteDraft> & Pick<SiteDraft, "name" | "origins">): Promise<Site> {
    return this.send<Site>("POST", "/api/sites", {
      timeZone: "Asia/Yekaterinburg",
      locale: "auto",
      accent: "#2563eb",
      corner: "right",
      greeting: { ru: "", en: "", uk: "" },
      sound: true,
      opens: false,
      todaySpan: { kind: "day" },
      consentText: null,
      disabled: false,
      ...draft,
    });
  }

  async operators(): Promise<Operator[]> {
    return this.send<Operator[]>("GET", "/api/operators");
  }

  /** A new colleague, invited and arrived; answers how they sign in. */
  async addOperator(name: string, role = "operator"): Promise<Account> {
    const email = `${[...name].map((letter) => letter.codePointAt(0)?.toString(36)).join("")}@example.test`;
    const { link } = await this.send<{ link: string }>("POST", "/api/invitations", {
      email,
      role,
      sites: [],
      departments: [],
    });
    const password = "a colleague's long password";
    const token = new URL(link).pathname.split("/").at(-1);
    const own = await this.context.browser()?.newContext();
    await own?.request.post(`${this.address}/api/invitations/${token}`, {
      data: { name, title: "", password },
      headers: { "X-Beseda": "1", Origin: this.address, "Accept-Language": "ru" },
    });
    await own?.close();
    return { email, password };
  }

  /** How questions of the first site find operators; what is not said is as a new site has it. */
  async route(rules: Partial<RoutingDraft>): Promise<void> {
    const [site] = await this.send<Site[]>("GET", "/api/sites");
    await this.send("PUT", `/api/sites/${site?.id}/routing`, {
      mode: "automatic",
      choice: "in_turn",
      offerSeconds: 30,
      graceSeconds: 60,
      silenceMinutes: 10,
      overflow: null,
      overflowSeconds: 120,
      priority: 0,
      ...rules,
    });
  }

  /** The language of the administrator's console, in whatever browser. */
  async chooseLanguage(locale: "ru" | "en" | "uk"): Promise<void> {
    const { operator } = await this.send<Session>("GET", "/api/session");
    const { name, title, theme } = operator;
    await this.send("PUT", "/api/me", { name, title, theme, locale });
  }

  async send<Told>(method: string, path: string, data?: object): Promise<Told> {
    const answer = await this.context.request.fetch(`${this.address}${path}`, {
      method,
      headers: { "X-Beseda": "1", Origin: this.address },
      ...(data === undefined ? {} : { data }),
    });
    if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
    return (await answer.json()) as Told;
  }
}
