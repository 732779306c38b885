import { defineConfig } from "vite";
import { page } from "../build/page.ts";
import { stylesOfParts } from "../build/stylesOfParts.ts";

const options = page({ root: import.meta.dirname, base: "/console/", jsxImportSource: "react" });

export default defineConfig({ ...options, plugins: [stylesOfParts()] });
