import { Badge, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Said } from "../parts/Said";
import type { Article } from "../rest/articles";
import { queries } from "../rest/queries";
import type { Locale } from "../rest/types";
import { Loaded } from "../settings/Loaded";
import { ArticleEditor } from "./ArticleEditor";
import { ArticleFrame } from "./ArticleFrame";
import style from "./Knowledge.module.css";
import { PublicLink } from "./Standing";

/** One article: to write for who may, to read for all others. `mayWrite`: some, if not this one. */
export function ArticlePage({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const article = useQuery({ ...queries.article(id), refetchOnMount: "always" });
  if (article.data === undefined) {
    return (
      <ArticleFrame>
        <Loaded of={article}>{() => null}</Loaded>
      </ArticleFrame>
    );
  }
  return mayWrite && article.data.mayChange ? (
    <ArticleEditor article={article.data} />
  ) : (
    <Reader article={article.data} explained={mayWrite} />
  );
}

/** `explained`: why it is only read, to who writes others. */
function Reader({ article, explained }: { article: Article; explained: boolean }) {
  const { t, language } = useTexts();
  const [chosen, choose] = useState<Locale>(language);
  const text = article.texts.find(({ head }) => head.language === chosen) ?? article.texts[0];
  if (text === undefined) return null;
  return (
    <ArticleFrame>
      <div className={style.top}>
        <Badge variant="light" color={article.audience === "public" ? "green" : "gray"}>
          {t(`knowledge.${article.audience}`)}
        </Badge>
        {text.head.published === null && (
          <Badge variant="light" color="yellow">
            {t("knowledge.draft")}
          </Badge>
        )}
        {article.texts.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t("knowledge.languages")}
            value={text.head.language}
            onChange={(value) => choose(value as Locale)}
            data={article.texts.map(({ head }) => ({ value: head.language, label: t(`language.${head.language}`) }))}
          />
        )}
        <PublicLink article={article} head={text.head} />
      </div>
      {explained && <p className={style.shared}>{t("knowledge.shared")}</p>}
      <h2 className={style.title}>{text.published?.title ?? text.head.title}</h2>
      <article className={style.text} lang={text.head.language}>
        <Said text="" document={text.published?.document ?? text.document} />
      </article>
    </ArticleFrame>
  );
}
