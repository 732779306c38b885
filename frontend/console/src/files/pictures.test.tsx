import { MantineProvider } from "@mantine/core";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test } from "vitest";
import { loadTexts, TextsProvider } from "../i18n/texts";
import { openConsole, type Stage } from "../testing/stage";
import { Viewer } from "./Viewer";

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

test("the viewer goes from one picture of the conversation to the next, whichever message it is in", async () => {
  const said = ["один", "два", "три"];
  stage = await openConsole("/conversations/c1", {}, (server) => {
    const conversation = server.ask("Анна", "Вот они");
    for (const name of said) {
      const looks = { kind: "image", type: "image/png", size: 10, width: 60, height: 40 } as const;
      const files = [{ id: `f-${name}`, name: `${name}.png`, ...looks }];
      server.store.append(conversation, "public", { kind: "visitor" }, { type: "message", text: "", files }, name);
    }
  });
  await stage.click("button[aria-label*='два.png']");
  await stage.find("[role=dialog] h2", "два.png · 2/3");
  const press = (key: string) =>
    document
      .querySelector("[role=dialog] img")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  press("ArrowRight");
  await stage.find("[role=dialog] h2", "три.png · 3/3");
  press("ArrowRight");
  await stage.find("[role=dialog] h2", "один.png · 1/3");
  press("ArrowLeft");
  await stage.find("[role=dialog] h2", "три.png · 3/3");
});

test("the viewer stays with its picture while older ones come, and closes with one that is taken back", async () => {
  const looks = { kind: "image", type: "image/png", size: 10, width: 60, height: 40 } as const;
  const picture = (name: string) => ({ id: `f-${name}`, name: `${name}.png`, ...looks });
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  const texts = await loadTexts("ru");
  let closed = 0;
  const show = (...names: string[]) =>
    act(() =>
      root.render(
        <MantineProvider env="test">
          <TextsProvider value={texts}>
            <Viewer pictures={names.map(picture)} first="f-два" close={() => closed++} />
          </TextsProvider>
        </MantineProvider>,
      ),
    );
  const title = () => document.querySelector("[role=dialog] h2")?.textContent;
  show("один", "два");
  expect(title()).toBe("два.png · 2/2");
  show("нуль", "один", "два");
  expect(title()).toBe("два.png · 3/3");
  show("нуль", "один");
  expect(closed).toBe(1);
  act(() => root.unmount());
  place.remove();
});
