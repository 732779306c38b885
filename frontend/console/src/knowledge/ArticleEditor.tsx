import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { languages, useTexts } from "../i18n/texts";
import type { Article, ArticlePlace } from "../rest/articles";
import type { Locale } from "../rest/types";
import { ArticleFrame } from "./ArticleFrame";
import style from "./Knowledge.module.css";
import { NewPlace, PlaceFields } from "./PlaceFields";
import { TextForm } from "./TextForm";

/** An article in all its languages, with who reads it; null: one that is begun. */
export function ArticleEditor({ article }: { article: Article | null }) {
  const { t, language } = useTexts();
  const there = (wanted: Locale) => article?.texts.some(({ head }) => head.language === wanted) ?? false;
  const [chosen, choose] = useState<Locale>(() =>
    article === null || there(language) ? language : (article.texts[0]?.head.language ?? language),
  );
  const [place, setPlace] = useState<ArticlePlace>({ audience: "public", sites: [] });
  return (
    <ArticleFrame>
      <div className={style.top}>
        <SegmentedControl
          size="xs"
          aria-label={t("knowledge.languages")}
          value={chosen}
          onChange={(value) => choose(value as Locale)}
          data={languages.map((value) => ({
            value,
            label: article === null || there(value) ? t(`language.${value}`) : `+ ${t(`language.${value}`)}`,
          }))}
        />
      </div>
      <TextForm key={chosen} article={article} language={chosen} place={place}>
        {article === null ? <NewPlace place={place} change={setPlace} /> : <PlaceFields article={article} />}
      </TextForm>
    </ArticleFrame>
  );
}
