// Looks at a customer's page with the widget in Chromium and prints what it cost, as one JSON object. Started by WidgetBench.
import { createServer, request } from "node:http";
import { launch } from "./browser.mjs";

const slowdown = 4;
const settle = 4000;
const { server, snippet, site, shopPort, views } = JSON.parse(process.argv[2] ?? "{}");

/** What no live widget can leave out: a line to the server, what is remembered, a button of its own. The floor of the script's time. */
const bareScript = `
const server = document.currentScript.dataset.server;
const known = localStorage.getItem("bare") ?? sessionStorage.getItem("bare");
const button = document.createElement("button");
const place = document.createElement("div");
const sheet = new CSSStyleSheet();
sheet.replaceSync("button{position:fixed;right:24px;bottom:24px;width:56px;height:56px;border-radius:28px;background:#2563eb}");
const root = place.attachShadow({ mode: "closed" });
root.adoptedStyleSheets = [sheet];
root.append(button);
const line = new WebSocket(server);
line.onopen = () => line.send(JSON.stringify({ t: "hello", known, page: location.href, title: document.title }));
line.onmessage = ({ data }) => JSON.parse(data) && document.body.append(place);
`;

const paragraph = "A kettle of brushed steel that boils a litre in two minutes and keeps quiet about it. ".repeat(6);
const pageWith = (script) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kettle</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
<body><h1>Kettle</h1>${`<p>${paragraph}</p>`.repeat(12)}${script}</body></html>`;
const bareTag = `<script src="/bare/loader.js" async data-server="${server.replace("http", "ws")}/ws/visitor?site=${site}"></script>`;

/** Bytes of the body as they travel with gzip. @param {string} url @returns {Promise<number>} */
function gzipBytes(url) {
  return new Promise((resolve, reject) => {
    request(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk) => (bytes += chunk.length));
      response.on("end", () => resolve(bytes));
    })
      .on("error", reject)
      .end();
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const sum = (values) => values.reduce((total, value) => total + value, 0);

/**
 * Milliseconds of script that came from the loader, nested calls counted once: the thread's own time, so that a busy machine counts
 * less, and the time by the clock on the wall.
 */
function scriptTime(trace) {
  const ours = trace.filter(
    ({ ph, name, args }) =>
      ph === "X" &&
      ["EvaluateScript", "v8.compile", "FunctionCall", "v8.callFunction"].includes(name) &&
      `${args?.data?.url ?? args?.fileName ?? ""}`.includes("/loader.js"),
  );
  ours.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const time = { thread: 0, wall: 0, parts: [] };
  let end = 0;
  for (const { ts, name, dur = 0, tdur = dur, args } of ours) {
    if (ts >= end) {
      time.thread += tdur / 1000;
      time.wall += dur / 1000;
      time.parts.push(`${name} ${args?.data?.functionName ?? ""} ${(tdur / 1000).toFixed(1)}`);
      end = ts + dur;
    }
  }
  return time;
}

/** A page in an empty profile; what it asks of our server is written down. */
async function newPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
  const page = await context.newPage();
  const asked = [];
  const received = [];
  page.on("request", (made) => made.url().startsWith(server) && asked.push(made.url()));
  page.on("requestfinished", async (done) => {
    if (done.url().startsWith(server)) received.push(Math.max(0, (await done.sizes()).responseBodySize));
  });
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
      type: "layout-shift",
      buffered: true,
    });
  });
  return { context, page, asked, received };
}

async function firstView(browser, path) {
  const { context, page, asked } = await newPage(browser);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await browser.startTracing(page, { categories: ["devtools.timeline", "v8", "disabled-by-default-v8.compile"] });
  await page.goto(`http://127.0.0.1:${shopPort}${path}`, { waitUntil: "load" });
  await page.waitForTimeout(settle);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const shifts = await page.evaluate(() => window.shifts);
  const urls = [...asked];
  await context.close();
  return { script: scriptTime(traceEvents), shift: sum(shifts), urls };
}

/** The page, the next page, then the click. */
async function panelView(browser) {
  const { context, page, asked, received } = await newPage(browser);
  const open = async () => {
    asked.length = received.length = 0;
    await page.goto(`http://127.0.0.1:${shopPort}/`, { waitUntil: "load" });
    await page.waitForTimeout(1500);
  };
  await open();
  await open();
  const nextViewBytes = sum(received);
  asked.length = 0;
  const begun = performance.now();
  // The middle of the button, which no selector reaches: opening by the API would ask for the API as well.
  await page.mouse.click(1280 - 48, 800 - 48);
  while (!page.frames().some((frame) => frame.url().startsWith(server))) await page.waitForTimeout(10);
  const panel = page.frames().find((frame) => frame.url().startsWith(server));
  await panel.waitForSelector("textarea, [contenteditable], input:not([hidden])", { timeout: 10_000 });
  const panelOpenMs = performance.now() - begun;
  await page.waitForTimeout(1500);
  const shifts = await page.evaluate(() => window.shifts);
  const urls = [...new Set(asked)];
  await context.close();
  return { nextViewBytes, panelOpenMs, shift: sum(shifts), urls };
}

const pages = createServer(({ url }, response) => {
  const script = url === "/bare/loader.js";
  response.setHeader("content-type", script ? "text/javascript" : "text/html");
  response.end(script ? bareScript : pageWith(url === "/bare" ? bareTag : snippet));
});
await new Promise((resolve) => pages.listen(shopPort, "127.0.0.1", resolve));
const browser = await launch();
try {
  const seen = [];
  const bare = [];
  for (let view = 0; view < views; view++) {
    seen.push(await firstView(browser, "/"));
    bare.push(await firstView(browser, "/bare"));
  }
  const panel = await panelView(browser);
  const viewUrls = seen[0].urls;
  const loader = viewUrls.filter((url) => url.includes("/loader.js"));
  if (loader.length === 0) throw new Error(`the page asked for no loader: ${viewUrls}`);
  const panelSizes = await Promise.all(panel.urls.map(gzipBytes));
  const viewSizes = await Promise.all(viewUrls.map(gzipBytes));
  const path = (url) => url.slice(server.length);
  console.log(
    JSON.stringify({
      browser: `Chromium ${browser.version()}`,
      views,
      loaderGzip: await gzipBytes(loader[0]),
      requests: viewUrls.length,
      viewGzip: sum(viewSizes),
      nextViewBytes: panel.nextViewBytes,
      panelGzip: sum(panelSizes),
      panelRequests: panel.urls.length,
      panelOpenMs: panel.panelOpenMs,
      scriptMs: median(seen.map(({ script }) => script.thread)),
      bareScriptMs: median(bare.map(({ script }) => script.thread)),
      scriptWorstMs: Math.max(...seen.map(({ script }) => script.thread)),
      scriptWallMs: median(seen.map(({ script }) => script.wall)),
      scriptParts: seen[0].script.parts,
      layoutShift: Math.max(panel.shift, ...seen.map(({ shift }) => shift)),
      viewUrls: viewUrls.map(path),
      panelUrls: panel.urls.map((url, at) => `${path(url)} ${panelSizes[at]}`),
    }),
  );
} finally {
  await browser.close();
  pages.close();
}
