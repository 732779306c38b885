import { afterEach, expect, test, vi } from "vitest";
import { openConsole, type Stage } from "../testing/stage";

vi.setConfig({ testTimeout: 30_000 });

let stage: Stage | undefined;

afterEach(() => stage?.leave());

test("a HEIC is a card with its name; a browser that draws it shows it too", async () => {
  const size = { size: 718_114, width: null, height: null };
  const file = { id: "f1", name: "IMG_0001.HEIC", kind: "image", type: "image/heic", ...size } as const;
  stage = await openConsole("/conversations/c1", {}, (server) => {
    const conversation = server.ask("Анна", "Вот он");
    server.store.append(
      conversation,
      "public",
      { kind: "visitor" },
      { type: "message", text: "", files: [file] },
      "cid-of-the-file",
    );
  });
  const card = (await stage.find("a[download]", "IMG_0001.HEIC")) as HTMLAnchorElement;
  expect(card.getAttribute("href")).toBe("/api/files/f1");
  const picture = document.querySelector<HTMLElement>("[role=log] picture");
  expect(picture?.hidden).toBe(true);
  expect(picture?.querySelector("source")?.getAttribute("type")).toBe("image/heic");
  picture?.querySelector("img")?.dispatchEvent(new Event("load"));
  await stage.until(() => picture?.hidden === false);
});
