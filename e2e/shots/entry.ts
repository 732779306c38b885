import type { Browser } from "playwright-core";
import { Administration } from "../field/administration";
import { person } from "../field/browser";
import { Operator } from "../field/operator";
import { administrator, demoAdministrator, type Server } from "../field/server";
import { wordsOf } from "../field/words";
import type { Album } from "./album";
import { looks, nameOf, type Seen } from "./looks";
import type { Studio } from "./session";
import { localeOf } from "./story";

/** The pages before the console. */
export async function photographEntry({ browser, server, album, seen }: Studio): Promise<void> {
  const words = wordsOf(seen.language).console;
  const context = await person(browser, lookOf(seen));
  const page = await context.newPage();
  await page.goto(server.address);
  const submit = page.getByRole("button", { name: words("signIn.submit") });
  await submit.waitFor();
  await album.add(page, "entry-sign-in", seen);
  await page.getByRole("textbox", { name: words("field.email") }).fill(`${nameOf(seen)}@example.test`);
  await page.getByRole("textbox", { name: words("field.password") }).fill("wrong, I am afraid");
  await submit.click();
  await page.getByRole("alert").waitFor();
  await album.add(page, "entry-sign-in-wrong", seen);

  await page.goto(`${server.address}/invitation/unknown`);
  await page.getByText(words("invitation.gone")).waitFor();
  await album.add(page, "entry-invitation-gone", seen);
  await page.goto(await invitation(browser, server));
  await page.getByRole("button", { name: words("invitation.submit") }).waitFor();
  await album.add(page, "entry-invitation", seen);
  await context.close();
}

/** The first run in every look: the form, its errors, and once the snippet, because it can be reached only once. */
export async function photographFirstRun(browser: Browser, server: Server, album: Album): Promise<void> {
  for (const [at, seen] of looks.entries()) {
    const words = wordsOf(seen.language).console;
    const context = await person(browser, lookOf(seen));
    const page = await context.newPage();
    await page.goto(server.address);
    await page.getByRole("textbox", { name: words("setup.code") }).waitFor();
    await album.add(page, "first-run-without-code", seen);
    await page.goto(server.printed);
    await page.getByRole("heading", { name: words("setup.title") }).waitFor();
    await album.add(page, "first-run", seen);
    const fill = (label: "field.yourName" | "field.email" | "field.company" | "field.siteName", text: string) =>
      page.getByRole("textbox", { name: words(label), exact: true }).fill(text);
    const password = page.getByRole("textbox", { name: words("field.password"), exact: true });
    const origin = page.getByRole("textbox", { name: words("field.origin"), exact: true });
    await fill("field.yourName", "Анна Строева");
    await fill("field.email", administrator.email);
    await fill("field.company", "Дачный двор");
    await fill("field.siteName", "Магазин");
    await password.fill("qwerty");
    await origin.fill("shop/garden");
    await new Operator(page, seen.language).press("setup.submit");
    await page.locator("[aria-invalid=true]").first().waitFor();
    await album.add(page, "first-run-errors", seen);
    if (at === looks.length - 1) {
      await password.fill(administrator.password);
      await origin.fill("https://shop.example");
      await new Operator(page, seen.language).press("setup.submit");
      await page.getByRole("heading", { name: words("snippet.title") }).waitFor();
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await album.add(page, "first-run-snippet", { ...seen, phone: width === 390 });
      }
    }
    await context.close();
  }
}

export function lookOf({ language, dark, phone }: Seen) {
  return { locale: localeOf(language), dark, phone };
}

async function invitation(browser: Browser, server: Server): Promise<string> {
  const context = await person(browser);
  const administration = await Administration.begin(context, server.address, demoAdministrator);
  const invited = { email: `new-${Date.now()}@example.test`, role: "operator", sites: [], departments: [] };
  const { link } = await administration.send<{ link: string }>("POST", "/api/invitations", invited);
  await context.close();
  return link;
}
