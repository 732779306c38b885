import type { Tag } from "@beseda/protocol";
import { useTexts } from "../i18n/texts";
import { useConsole } from "../shell/line";
import style from "./Tags.module.css";

const none: readonly string[] = [];

/** The tags of these ids that are known, in their order. */
export function useTags(ids: readonly string[] = none): Tag[] {
  const all = useConsole((state) => state.tags);
  return ids.length === 0 ? [] : ids.flatMap((id) => all.find((tag) => tag.id === id) ?? []);
}

export function TagChip({ tag }: { tag: Pick<Tag, "name" | "colour"> }) {
  return (
    <span className={style.chip} data-colour={tag.colour}>
      <span className={style.dot} aria-hidden />
      <span className={style.word}>{tag.name}</span>
    </span>
  );
}

/** The tags of a conversation by name. */
export function TagChips({ ids }: { ids: readonly string[] | undefined }) {
  const { t } = useTexts();
  const tags = useTags(ids);
  if (tags.length === 0) return null;
  return (
    <ul className={style.chips} aria-label={t("tags.title")}>
      {tags.map((tag) => (
        <li key={tag.id}>
          <TagChip tag={tag} />
        </li>
      ))}
    </ul>
  );
}

const shown = 4;

/** Where there is room for their colours only. */
export function TagDots({ ids }: { ids: readonly string[] | undefined }) {
  const { t } = useTexts();
  const tags = useTags(ids);
  if (tags.length === 0) return null;
  const names = `${t("tags.title")}: ${tags.map(({ name }) => name).join(", ")}`;
  return (
    <span className={style.dots} role="img" aria-label={names} title={names}>
      {tags.slice(0, shown).map(({ id, colour }) => (
        <span key={id} className={style.dot} data-colour={colour} />
      ))}
    </span>
  );
}
