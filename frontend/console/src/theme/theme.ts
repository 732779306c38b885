import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Mantine's greys with the slight blue of our grounds. */
const gray: MantineColorsTuple = [
  "#f5f7fa",
  "#f0f3f7",
  "#e2e7ee",
  "#d5dce5",
  "#c4cdd8",
  "#8e9aa9",
  "#626e7e",
  "#566273",
  "#333f4e",
  "#18212d",
];
const dark: MantineColorsTuple = [
  "#e6ebf2",
  "#c5ced9",
  "#a3b0c0",
  "#8b98a9",
  "#3d4a5a",
  "#28323e",
  "#1f2731",
  "#171d25",
  "#10151b",
  "#0b0f14",
];
const accent = Array.from({ length: 10 }, () => "var(--b-accent)") as unknown as MantineColorsTuple;

/** Mantine speaking the language of our tokens. */
export const theme = createTheme({
  primaryColor: "accent",
  colors: { accent, gray, dark },
  fontFamily: "var(--b-font)",
  fontFamilyMonospace: "var(--b-font-mono)",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.45", sm: "1.45", md: "1.45", lg: "1.45", xl: "1.3" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "10px", xl: "16px" },
  defaultRadius: "md",
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  shadows: {
    xs: "var(--b-shadow-1)",
    sm: "var(--b-shadow-1)",
    md: "var(--b-shadow-2)",
    lg: "var(--b-shadow-2)",
    xl: "var(--b-shadow-2)",
  },
  headings: { fontWeight: "600" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: 12, offset: 8 } },
    Menu: { defaultProps: { shadow: "md", radius: "lg" } },
    Modal: {
      defaultProps: { centered: true, radius: "xl", padding: "lg", overlayProps: { backgroundOpacity: 0.35, blur: 1 } },
    },
    Spotlight: { defaultProps: { overlayProps: { backgroundOpacity: 0.35, blur: 1 } } },
    Badge: { defaultProps: { tt: "none", fw: 500 } },
    Loader: { defaultProps: { role: "status" } },
    Skeleton: { defaultProps: { radius: "md" } },
  },
});

const shared = {
  "--mantine-color-body": "var(--b-surface)",
  "--mantine-color-text": "var(--b-text)",
  "--mantine-color-bright": "var(--b-text)",
  "--mantine-color-dimmed": "var(--b-text-muted)",
  "--mantine-color-placeholder": "var(--b-text-faint)",
  "--mantine-color-anchor": "var(--b-accent-text)",
  "--mantine-color-error": "var(--b-late-text)",
  "--mantine-color-default": "var(--b-surface)",
  "--mantine-color-default-hover": "var(--b-hover)",
  "--mantine-color-default-color": "var(--b-text)",
  "--mantine-color-default-border": "var(--b-border-strong)",
  "--mantine-color-disabled": "var(--b-hover)",
  "--mantine-color-disabled-color": "var(--b-text-faint)",
  "--mantine-color-disabled-border": "var(--b-border)",
  "--mantine-color-accent-filled": "var(--b-accent)",
  "--mantine-color-accent-filled-hover": "var(--b-accent-hover)",
  "--mantine-color-accent-light": "var(--b-accent-soft)",
  "--mantine-color-accent-light-hover": "var(--b-selected)",
  "--mantine-color-accent-light-color": "var(--b-accent-text)",
  "--mantine-color-accent-outline": "var(--b-accent-text)",
  "--mantine-color-accent-outline-hover": "var(--b-accent-soft)",
  "--mantine-color-accent-text": "var(--b-accent-text)",
  "--mantine-color-red-light-color": "var(--b-late-text)",
  "--mantine-color-red-light": "var(--b-late-soft)",
  "--mantine-color-red-light-hover": "var(--b-late-soft)",
  "--mantine-color-red-text": "var(--b-late-text)",
  "--mantine-color-yellow-light": "var(--b-waiting-soft)",
  "--mantine-color-yellow-light-color": "var(--b-waiting-text)",
  "--mantine-color-green-light": "var(--b-online-soft)",
  "--mantine-color-green-light-color": "var(--b-online-text)",
  "--mantine-color-gray-light-color": "var(--b-text-muted)",
  "--mantine-color-gray-light": "var(--b-hover)",
  "--mantine-color-gray-light-hover": "var(--b-sunken)",
  "--mantine-color-gray-text": "var(--b-text-muted)",
};

/** The tokens are pairs of day and night already, so both schemes get the same names. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
