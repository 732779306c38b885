import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { BookOpen, Plus } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { useNarrow } from "../parts/useNarrow";
import { queries } from "../rest/queries";
import { Loaded } from "../settings/Loaded";
import { navigate } from "../shell/route";
import { useSession } from "../shell/session";
import { ArticleEditor } from "./ArticleEditor";
import { ArticleList } from "./ArticleList";
import { ArticlePage } from "./ArticlePage";
import style from "./Knowledge.module.css";

/** Where an article that is not there yet is written. */
const fresh = "new";

/** The knowledge base: folders and articles on the left, one of them open; on a narrow screen one after the other. */
export function Knowledge({ open }: { open: string | null }) {
  const { permissions } = useSession();
  const articles = useQuery(queries.articles);
  const narrow = useNarrow();
  const mayWrite = permissions.includes("manage_knowledge");
  return (
    <div className={style.screen}>
      <Loaded of={articles}>
        {(all) =>
          all.length === 0 && open === null ? (
            <Nothing mayWrite={mayWrite} />
          ) : (
            <>
              {(!narrow || open === null) && (
                <ArticleList articles={all} open={open} add={mayWrite ? () => go(fresh) : null} />
              )}
              {(!narrow || open !== null) && <Body open={open} mayWrite={mayWrite} />}
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function Body({ open, mayWrite }: { open: string | null; mayWrite: boolean }) {
  const { t } = useTexts();
  if (open === null) {
    return (
      <section className={style.body} aria-label={t("knowledge.title")}>
        <Message icon={BookOpen} title={t("knowledge.choose")} />
      </section>
    );
  }
  if (open === fresh && mayWrite) return <ArticleEditor key={fresh} article={null} />;
  return <ArticlePage key={open} id={open} mayWrite={mayWrite} />;
}

function Nothing({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTexts();
  return (
    <section className={style.body} aria-label={t("knowledge.title")}>
      <Message
        icon={BookOpen}
        title={t("knowledge.none")}
        text={t(mayWrite ? "knowledge.noneHint" : "knowledge.noneReader")}
      >
        {mayWrite && (
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => go(fresh)}>
            {t("knowledge.new")}
          </Button>
        )}
      </Message>
    </section>
  );
}

function go(article: string): void {
  navigate({ page: "knowledge", article });
}
