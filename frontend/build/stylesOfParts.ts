import type { Plugin } from "vite";

const part = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/;
const everywhere = /\/theme\/styles\.ts$/;

/**
 * Brings the styles of those of Mantine's parts that are used, each with the chunk its part is in: all of them are 290 KB. While one
 * develops they come all together, as libraries are handed out without a look into their modules then.
 */
export function stylesOfParts(): Plugin {
  let all = false;
  return {
    name: "styles-of-parts",
    enforce: "pre",
    configResolved({ command }) {
      all = command === "serve";
    },
    transform(code, id) {
      const name = all ? undefined : part.exec(id)?.[1];
      const styles = name ? `styles/${name}` : all && everywhere.test(id) ? "styles" : undefined;
      return styles ? { code: `import "@mantine/core/${styles}.layer.css";\n${code}`, map: null } : undefined;
    },
  };
}
