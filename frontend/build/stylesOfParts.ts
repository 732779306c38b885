import type { Plugin } from "vite";

const part = /@mantine\/(core|notifications|spotlight)\/esm\/(?:.*\/)?(\w+)\.module\.mjs$/;
const everywhere = /\/theme\/styles\.ts$/;
const all = ["core", "notifications", "spotlight"]
  .map((room) => `import "@mantine/${room}/styles.layer.css";\n`)
  .join("");

/**
 * Brings the styles of those of Mantine's parts that are used, each with the chunk its part is in and after those it is built on: all of
 * them are 290 KB. While one develops they come all together, as libraries are handed out without a look into their modules then.
 */
export function stylesOfParts(): Plugin {
  let developing = false;
  const wanted = (id: string) => {
    if (developing) return everywhere.test(id) ? all : "";
    const [, room, name] = part.exec(id) ?? [];
    if (room === undefined) return "";
    return `import "@mantine/${room}/${room === "core" ? `styles/${name}` : "styles"}.layer.css";\n`;
  };
  return {
    name: "styles-of-parts",
    enforce: "pre",
    configResolved({ command }) {
      developing = command === "serve";
    },
    transform(code, id) {
      const styles = wanted(id);
      return styles ? { code: `${styles}${code}`, map: null } : undefined;
    },
  };
}
