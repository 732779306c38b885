import { ActionIcon, Button } from "@mantine/core";
import type { LucideIcon } from "lucide-react";

interface Props {
  icon: LucideIcon;
  label: string;
  press: () => void;
  disabled?: boolean;
  /** The label stands beside the picture. */
  told?: boolean;
  /** Without an edge of its own. */
  plain?: boolean;
}

/** One thing to do here, as a picture or as a picture with its name. */
export function Act({ icon: Icon, label, press, disabled = false, told = false, plain = false }: Props) {
  if (told) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        disabled={disabled}
        leftSection={<Icon size={15} aria-hidden />}
        onClick={press}
      >
        {label}
      </Button>
    );
  }
  return (
    <ActionIcon
      variant={plain ? "subtle" : "default"}
      {...(plain ? { color: "gray" } : {})}
      size={plain ? 30 : 26}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={press}
    >
      <Icon size={plain ? 17 : 15} aria-hidden />
    </ActionIcon>
  );
}
