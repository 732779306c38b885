import { ActionIcon, Button, type ButtonProps, Tooltip } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { type Action, isAvailable } from "./action";
import { run } from "./run";
import { useActionContext } from "./useActionContext";

interface Props extends Omit<ButtonProps, "children" | "leftSection" | "loading"> {
  action: Action;
  /** Only the picture; the name goes into the hint and to screen readers. */
  compact?: boolean;
}

/** The button of an action: its name, its key in the hint, and nothing at all when it is out of place. */
export function ActionButton({ action, compact = false, ...rest }: Props) {
  const { t } = useTexts();
  const context = useActionContext();
  const [busy, setBusy] = useState(false);
  if (!isAvailable(action, context)) return null;
  const label = t(action.label);
  const Icon = action.icon;
  const press = () => {
    setBusy(true);
    void run(action, context).finally(() => setBusy(false));
  };
  const hint = (
    <>
      {label} <Keys of={action.keys} />
    </>
  );
  return (
    <Tooltip label={hint} disabled={!compact && action.keys === undefined}>
      {compact ? (
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} onClick={press} loading={busy}>
          <Icon size={18} aria-hidden />
        </ActionIcon>
      ) : (
        <Button {...rest} leftSection={<Icon size={16} aria-hidden />} loading={busy} onClick={press}>
          {label}
        </Button>
      )}
    </Tooltip>
  );
}
