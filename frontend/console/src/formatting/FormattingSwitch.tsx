import { ActionIcon, Tooltip } from "@mantine/core";
import { CaseSensitive } from "lucide-react";
import { useTexts } from "../i18n/texts";

/** Whether what is written has formatting. */
export function FormattingSwitch({ on, choose }: { on: boolean; choose: (on: boolean) => void }) {
  const { t } = useTexts();
  return (
    <Tooltip label={t("format.switch")}>
      <ActionIcon
        size={30}
        variant={on ? "light" : "subtle"}
        color={on ? "accent" : "gray"}
        aria-label={t("format.switch")}
        aria-pressed={on}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => choose(!on)}
      >
        <CaseSensitive size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
