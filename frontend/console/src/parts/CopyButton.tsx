import { Button, type ButtonProps } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Check, Copy } from "lucide-react";
import { useTexts } from "../i18n/texts";

/** Copies a text and says so for two seconds. */
export function CopyButton({ text, label, ...rest }: { text: string; label: string } & Omit<ButtonProps, "children">) {
  const { t } = useTexts();
  const { copied, copy } = useClipboard({ timeout: 2000 });
  const Icon = copied ? Check : Copy;
  return (
    <Button {...rest} leftSection={<Icon size={16} aria-hidden />} onClick={() => copy(text)} aria-live="polite">
      {copied ? t("common.copied") : label}
    </Button>
  );
}
