import { ActionIcon } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "../i18n/texts";
import { useNarrow } from "../parts/useNarrow";
import { navigate } from "../shell/route";
import style from "./Knowledge.module.css";

/** What is around an open article: on a narrow screen the way back to the list. */
export function ArticleFrame({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const narrow = useNarrow();
  return (
    <section className={style.body} aria-label={t("knowledge.title")}>
      <div className={style.page}>
        {narrow && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t("knowledge.back")}
            onClick={() => navigate({ page: "knowledge", article: null })}
          >
            <ArrowLeft size={20} aria-hidden />
          </ActionIcon>
        )}
        {children}
      </div>
    </section>
  );
}
