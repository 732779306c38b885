import { expect, test } from "vitest";
import { greeting, type ToLoader } from "../../../shared/port";
import { type Embedding, portOf } from "./embedding";
import { mirroredStorage, storageFor } from "./storage";

const parent = { name: "the shop" };
const port = {} as MessagePort;
const knock = { source: parent, origin: "https://shop.example", data: greeting, ports: [port] };

test("the greeting of the embedding page brings the port", () => {
  expect(portOf(knock, parent, "https://shop.example")).toBe(port);
});

test("a browser that does not name the embedder is trusted by the window alone", () => {
  expect(portOf(knock, parent, null)).toBe(port);
});

test.each([
  ["another window", { ...knock, source: { name: "an advertisement" } }],
  ["another origin", { ...knock, origin: "https://shop.example.evil" }],
  ["another message", { ...knock, data: { beseda: 1 } }],
  ["no port", { ...knock, ports: [] }],
])("%s gets nothing", (_, wrong) => {
  expect(portOf(wrong, parent, "https://shop.example")).toBeNull();
});

function embedded(kept: Record<string, string>) {
  const said: ToLoader[] = [];
  const embedding: Embedding = {
    start: {
      t: "start",
      kept: { panel: kept },
      page: { url: "", title: "", referrer: "" },
      language: null,
      open: true,
      focus: false,
    },
    say: (message) => void said.push(message),
    listen: () => {},
  };
  return { said, embedding };
}

test("what a blocked frame keeps goes to the page's side and comes back from there", () => {
  const { said, embedding } = embedded({ token: "secret" });
  const storage = mirroredStorage(embedding);
  expect([storage.length, storage.key(0), storage.getItem("token")]).toEqual([1, "token", "secret"]);
  storage.setItem("draft", "Добрый день");
  storage.removeItem("token");
  storage.removeItem("token");
  expect(said).toEqual([
    { t: "keep", part: { panel: { token: "secret", draft: "Добрый день" } } },
    { t: "keep", part: { panel: { draft: "Добрый день" } } },
  ]);
  expect(storage.getItem("token")).toBeNull();
});

test("a storage that refuses to write is not used", () => {
  const { embedding } = embedded({ token: "kept by the page" });
  const refusing = { ...mirroredStorage(embedding), setItem: () => expect.unreachable.call(null, "quota") };
  expect(storageFor(refusing, embedding)?.getItem("token")).toBe("kept by the page");
  const working = mirroredStorage(embedding);
  expect(storageFor(working, embedding)).toBe(working);
});
