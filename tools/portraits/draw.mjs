/** Draws the portraits of the demo's operators: `node tools/portraits/draw.mjs [FOLDER]`. Needs a Chromium; run again only when a face changes. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { people } from "./people.mjs";

const SIZE = 256;
const folder =
  process.argv[2] ?? fileURLToPath(new URL("../../server/src/main/resources/demo/faces", import.meta.url));

const shoulders = ({ skin, shade, clothes }) => `
  <path d="M20 256 C22 214 58 196 100 190 L156 190 C198 196 234 214 236 256 Z" fill="${clothes.colour}"/>
  ${clothes.detail}
  <path d="M106 150 L106 190 Q128 212 150 190 L150 150 Z" fill="${skin}"/>
  <path d="M106 166 Q128 188 150 166 L150 160 L106 160 Z" fill="${shade}" opacity=".55"/>
  ${clothes.collar}`;

const head = ({ skin, shade, jaw = 0 }) => `
  <circle cx="77" cy="118" r="11" fill="${skin}"/><circle cx="179" cy="118" r="11" fill="${skin}"/>
  <circle cx="78" cy="119" r="5" fill="${shade}" opacity=".6"/><circle cx="178" cy="119" r="5" fill="${shade}" opacity=".6"/>
  <path d="M78 100 C78 62 100 50 128 50 C156 50 178 62 178 100 L178 118 C178 ${150 + jaw} 154 172 128 172 C102 172 78 ${150 + jaw} 78 118 Z" fill="${skin}"/>`;

const eye = (x, iris) => `
  <ellipse cx="${x}" cy="113" rx="5.4" ry="6.2" fill="${iris}"/>
  <circle cx="${x + 1.9}" cy="110.8" r="1.8" fill="#fff"/>`;

const lashes = `
  <path d="M95 110 Q104 102 114 109" fill="none" stroke="#2b2320" stroke-width="2.6" stroke-linecap="round"/>
  <path d="M142 109 Q152 102 161 110" fill="none" stroke="#2b2320" stroke-width="2.6" stroke-linecap="round"/>`;

const brow = ({ brows, browWidth = 4 }) => `
  <path d="M92 98 Q103 91 115 96" fill="none" stroke="${brows}" stroke-width="${browWidth}" stroke-linecap="round"/>
  <path d="M141 96 Q153 91 164 98" fill="none" stroke="${brows}" stroke-width="${browWidth}" stroke-linecap="round"/>`;

const nose = ({ shade }) =>
  `<path d="M128 116 Q123 130 125 133 Q128 136 133 133" fill="none" stroke="${shade}" stroke-width="3" stroke-linecap="round"/>`;

const smiles = {
  open: `<path d="M110 145 Q128 150 146 145 Q142 162 128 162 Q114 162 110 145 Z" fill="#8c3b3b"/>
    <path d="M113 146.500 Q128 151 143 146.500 L141.500 151 Q128 154.500 114.500 151 Z" fill="#fff"/>`,
  closed: `<path d="M112 147 Q128 160 144 147" fill="none" stroke="#9c4a45" stroke-width="3.600" stroke-linecap="round"/>`,
};

const cheeks = ({ blush }) => `
  <ellipse cx="94" cy="136" rx="10" ry="6.500" fill="${blush}" opacity=".35"/>
  <ellipse cx="162" cy="136" rx="10" ry="6.500" fill="${blush}" opacity=".35"/>`;

const portrait = (person) => `<!doctype html><style>body{margin:0}</style>
<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 256 256">
  <rect width="256" height="256" fill="${person.background[0]}"/>
  <circle cx="128" cy="112" r="104" fill="${person.background[1]}"/>
  ${person.hairBack ?? ""}
  ${shoulders(person)}
  ${person.hairBehindFace ?? ""}
  ${head(person)}
  ${cheeks(person)}
  ${person.beard ?? ""}
  ${eye(105, person.iris)}${eye(151, person.iris)}
  ${person.lashes ? lashes : ""}
  ${brow(person)}${nose(person)}${smiles[person.smile]}
  ${person.hairFront}
  ${person.extra ?? ""}
</svg>`;

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
for (const person of people) {
  await page.setContent(portrait(person));
  await page.screenshot({ path: join(folder, `${person.name}.jpg`), type: "jpeg", quality: 88 });
}
await browser.close();
