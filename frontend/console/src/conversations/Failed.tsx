import { documentOf, type Outgoing, plainText } from "@beseda/client";
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { Trash2, TriangleAlert } from "lucide-react";
import { refusalText } from "../actions/refusals";
import { useFiles } from "../files/useFiles";
import { useTexts } from "../i18n/texts";
import { spelled } from "../mentions/mentions";
import { CopyButton } from "../parts/CopyButton";
import { useClient, useConsole } from "../shell/line";
import type { Draft } from "./drafts";
import style from "./Foot.module.css";
import type { DraftKeeper } from "./useDraft";

interface Props {
  conversation: string;
  draft: DraftKeeper;
  /** Whether there is an editor for answers to put a text back into. */
  editable: boolean;
}

/** Texts that were refused for good: why, and the ways on. Nothing that was written is lost. */
export function Failed({ conversation, draft, editable }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const operators = useConsole((state) => state.operators);
  const outgoing = useConsole((state) => state.outgoing);
  const failed = outgoing.filter((item) => item.conversation === conversation && item.state === "failed");
  const files = useFiles(conversation, () => {});
  const edit = ({ cid, stream, document, reply, files: enclosed = [] }: Outgoing) => {
    const text = client.restore(cid);
    if (text === null) return;
    files.putBack(enclosed);
    const named = spelled(text, operators, t("person.unknown"));
    const words = added(draft.draft, stream === "internal" ? { text: named.text } : { text, document });
    const mentions = [...(draft.draft.mentions ?? []), ...named.mentions];
    draft.change({ ...words, mentions, note: stream === "internal", ...(reply === undefined ? {} : { reply }) });
  };
  return failed.map((item) => (
    <div key={item.cid} className={style.failed} role="alert">
      <TriangleAlert size={16} aria-hidden />
      <div>
        <div className={style.reason}>{refusalText(texts, item.code ?? "", item.params, operators)}</div>
        <div className={style.quote}>
          {spelled(item.text, operators, t("person.unknown")).text || item.files?.map(({ name }) => name).join(", ")}
        </div>
      </div>
      {editable ? (
        <Button size="compact-sm" variant="default" onClick={() => edit(item)}>
          {t("failed.edit")}
        </Button>
      ) : (
        <CopyButton size="compact-sm" variant="default" text={item.text} label={t("common.copy")} />
      )}
      <Button size="compact-sm" variant="default" onClick={() => client.retry(item.cid)}>
        {t("common.retry")}
      </Button>
      <Tooltip label={t("failed.discard")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("failed.discard")}
          onClick={() => client.restore(item.cid)}
        >
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  ));
}

type Words = Pick<Draft, "text" | "document">;

/** What comes back stands below what is written already; if either is formatted, both are. */
function added(before: Words, back: Words): Words {
  if (before.text === "") return back;
  if (!before.document && !back.document) return { text: `${before.text}\n${back.text}`, document: undefined };
  const document = { blocks: [before, back].flatMap((each) => (each.document ?? documentOf(each.text)).blocks) };
  return { text: plainText(document), document };
}
