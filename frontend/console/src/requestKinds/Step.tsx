import { ActionIcon } from "@mantine/core";
import type { LucideIcon } from "lucide-react";

interface StepProps {
  icon: LucideIcon;
  label: string;
  disabled?: boolean;
  act: () => void;
}

/** A small button beside a name. */
export function Step({ icon: Icon, label, disabled = false, act }: StepProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size={32} disabled={disabled} aria-label={label} onClick={act}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
