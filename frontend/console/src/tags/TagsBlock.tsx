import type { Conversation } from "@beseda/protocol";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { useClient, useConsole } from "../shell/line";
import { signal } from "../shell/signals";
import { TagChip, useTags } from "./TagChips";
import style from "./Tags.module.css";

/** In the client's panel: the tags of the conversation, taken off one by one, and the way to put on more. */
export function TagsBlock({ conversation }: { conversation: Conversation }) {
  const texts = useTexts();
  const { t } = texts;
  const client = useClient();
  const any = useConsole((state) => state.tags.some(({ retired }) => !retired));
  const tags = useTags(conversation.tags);
  const [failure, setFailure] = useState<string | null>(null);
  if (!any && tags.length === 0) return null;
  const take = (tag: string) => {
    setFailure(null);
    client
      .putTag(conversation.id, tag, false)
      .catch((error: unknown) => setFailure(failureText(texts, error, client.getState().operators)));
  };
  return (
    <section className={style.block} aria-label={t("tags.title")}>
      {tags.map((tag) => (
        <span key={tag.id} className={style.removable}>
          <TagChip tag={tag} />
          <button
            type="button"
            className={style.take}
            aria-label={t("tags.take", { name: tag.name })}
            title={t("tags.take", { name: tag.name })}
            onClick={() => take(tag.id)}
          >
            <X size={13} aria-hidden />
          </button>
        </span>
      ))}
      {any && (
        <button type="button" className={style.add} onClick={() => signal("tags")}>
          <Plus size={13} aria-hidden />
          {t("tags.put")}
        </button>
      )}
      {failure !== null && (
        <p className={style.failure} role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}
