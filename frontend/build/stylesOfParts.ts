import type { Plugin } from "vite";

const part = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/;

/** Brings the styles of those of Mantine's parts that are used, each with the chunk its part is in: all of them are 290 KB. */
export function stylesOfParts(): Plugin {
  return {
    name: "styles-of-parts",
    enforce: "pre",
    transform(code, id) {
      const name = part.exec(id)?.[1];
      return name ? { code: `import "@mantine/core/styles/${name}.layer.css";\n${code}`, map: null } : undefined;
    },
  };
}
