import axe from "axe-core";
import type { BrowserContext, Frame, Page } from "playwright-core";

/** Puts the checker into every page and frame the context will open; content policies do not concern it. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: axe.source });
}

/** What hinders people in the page or frame, serious and critical, one line each. */
export async function hindrances(place: Page | Frame): Promise<string[]> {
  return place.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
      resultTypes: ["violations"],
      iframes: false,
    } as axe.RunOptions);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`));
  });
}
