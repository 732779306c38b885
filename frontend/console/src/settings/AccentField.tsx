import { accentFor, contrastRatio } from "@beseda/ui/contrast";
import { ColorInput } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import style from "./AccentField.module.css";

const swatches = [
  "#2b62e3",
  "#0f766e",
  "#15803d",
  "#7c3aed",
  "#be185d",
  "#dc2626",
  "#c2410c",
  "#b45309",
  "#334155",
  "#111827",
];
const complete = /^#[\da-f]{6}$/i;

interface Props {
  value: string;
  error: string | undefined;
  change: (accent: string) => void;
}

/** The brand's colour, and how it will really look: corrected until text on it can be read, by day and by night. */
export function AccentField({ value, error, change }: Props) {
  const { t, format } = useTexts();
  return (
    <div>
      <ColorInput
        label={t("sites.accent")}
        description={t("sites.accentHint")}
        format="hex"
        swatches={swatches}
        swatchesPerRow={10}
        value={value}
        error={error}
        onChange={change}
        eyeDropperButtonProps={{ "aria-label": t("sites.accentPick") }}
      />
      {complete.test(value) && (
        <div className={style.samples}>
          {(["light", "dark"] as const).map((theme) => {
            const accent = accentFor(value, theme);
            const ratio = contrastRatio(accent.fill, accent.onFill);
            return (
              <div key={theme} className={style.sample} data-theme={theme}>
                <span className={style.button} style={{ background: accent.fill, color: accent.onFill }}>
                  {t("sites.accentSample")}
                </span>
                <span className={style.text} style={{ color: accent.text }}>
                  {t("sites.accentLink")}
                </span>
                <span className={style.ratio}>
                  {t("sites.contrast", { ratio: format.number(Math.round(ratio * 10) / 10) })}
                </span>
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
