import type { Conversation, TextDocument } from "@beseda/protocol";
import { ActionIcon, Tooltip } from "@mantine/core";
import { useDidUpdate } from "@mantine/hooks";
import { Languages } from "lucide-react";
import { lazy, Suspense, useEffectEvent, useState } from "react";
import { translateDraft } from "../actions/conversationActions";
import type { DraftKeeper } from "../conversations/useDraft";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { useSession } from "../shell/session";
import { useSignal } from "../shell/signals";

const DraftMenu = lazy(() => import("../later").then((file) => ({ default: file.DraftMenu })));

export interface DraftTranslation {
  conversation: Conversation;
  draft: DraftKeeper;
  write: (text: string, document?: TextDocument) => void;
  /** Says why there is no translation. */
  fail: (why: string) => void;
  /** Puts the cursor back into the field. */
  focus: () => void;
}

/** Puts what is being written into another language, and back. */
export function TranslateDraft(props: DraftTranslation) {
  return useSession().translates ? <Tool {...props} /> : null;
}

function Tool(props: DraftTranslation) {
  const { t } = useTexts();
  const [used, setUsed] = useState(false);
  const [open, setOpen] = useState(false);
  const toggle = () => {
    setUsed(true);
    setOpen(!open);
  };
  useSignal("translateDraft", toggle);
  // Not left to the menu: the first time it is there already open and doesn't know where the cursor was.
  const goBack = useEffectEvent(props.focus);
  useDidUpdate(() => {
    if (!open) goBack();
  }, [open]);
  const button = (busy = false) => (
    <ActionIcon
      size={30}
      variant={open ? "light" : "subtle"}
      color={open ? "accent" : "gray"}
      aria-label={t("action.translateDraft")}
      aria-haspopup="menu"
      aria-expanded={open}
      loading={busy}
      onClick={toggle}
    >
      <Languages size={17} aria-hidden />
    </ActionIcon>
  );
  const hint = (
    <>
      {t("action.translateDraft")} <Keys of={translateDraft.keys} />
    </>
  );
  const alone = <Tooltip label={hint}>{button()}</Tooltip>;
  if (!used) return alone;
  return (
    <Suspense fallback={alone}>
      <DraftMenu {...props} open={open} setOpen={setOpen} button={button} hint={hint} />
    </Suspense>
  );
}
