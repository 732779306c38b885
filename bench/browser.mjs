// What the benchmarks in a browser share: the Chromium of the machine, and how smoothly something scrolls.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

/** Milliseconds that scrolling is watched. */
const measured = 6000;

/** The machine's Chromium, without what would use the network or the processor for itself. */
export function launch() {
  return chromium.launch({
    executablePath: browserPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
  });
}

function browserPath() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // The next name, then.
    }
  }
  throw new Error("no Chromium on the PATH: apt install chromium");
}

/** A page of nothing but text: the floor of what the machine can scroll. */
export async function floorFrames(page) {
  await page.setContent(`<div style="height:100000px;background:linear-gradient(red,blue)">${"<p>Чайник</p>".repeat(2000)}</div>`);
  return frames(page, null, 20);
}

/** Frames while `selector` (or the page, for null) is scrolled by some pixels at each of them; 0 pixels: while it stands still. */
export function frames(page, selector, pixels) {
  return page.evaluate(
    ([name, step, length]) =>
      new Promise((resolve) => {
        const scroller = name === null ? document.scrollingElement : document.querySelector(name);
        const gaps = [];
        const begun = performance.now();
        let last = begun;
        let way = step;
        const next = (now) => {
          gaps.push(now - last);
          last = now;
          scroller.scrollTop += way;
          if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1) way = -step;
          if (scroller.scrollTop <= 0) way = step;
          if (now - begun < length) requestAnimationFrame(next);
          else {
            gaps.sort((a, b) => a - b);
            resolve({ fps: (gaps.length * 1000) / (now - begun), p95: gaps[Math.floor(gaps.length * 0.95)] });
          }
        };
        requestAnimationFrame(next);
      }),
    [selector, pixels, measured],
  );
}
