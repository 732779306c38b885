import { Button, Loader, UnstyledButton } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { ConversationRow } from "./ConversationRow";
import style from "./List.module.css";
import type { Row, SectionName } from "./rows";

interface Props {
  row: Row;
  open: string | null;
  cursor: string | null;
  fold: (section: SectionName) => void;
  loadMore: () => void;
}

export function ListRow({ row, open, cursor, fold, loadMore }: Props) {
  const { t } = useTexts();
  switch (row.kind) {
    case "section":
      return (
        <UnstyledButton className={style.section} aria-expanded={!row.folded} onClick={() => fold(row.section)}>
          <ChevronDown size={14} className={style.chevron} aria-hidden />
          {t(`section.${row.section}`)}
          {row.count !== null && row.count > 0 && (
            <span className={style.count} data-section={row.section}>
              {row.count}
            </span>
          )}
        </UnstyledButton>
      );
    case "conversation":
      return (
        <ConversationRow
          conversation={row.conversation}
          section={row.section}
          selected={row.conversation.id === open}
          cursor={row.conversation.id === cursor}
        />
      );
    case "empty":
      return (
        <p className={style.empty}>{t(row.section === "waiting" ? "section.waitingEmpty" : "section.mineEmpty")}</p>
      );
    case "more":
      return (
        <div className={style.more}>
          {row.state === "failed" ? (
            <Button size="compact-sm" variant="subtle" onClick={loadMore}>
              {t("list.loadFailed")}
            </Button>
          ) : (
            <Loader size="xs" type="dots" color="gray" aria-label={t("common.loading")} />
          )}
        </div>
      );
  }
}
