import { MultiSelect, SegmentedControl } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import type { Article, ArticlePlace, Audience } from "../rest/articles";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import settings from "../settings/Settings.module.css";
import style from "./Knowledge.module.css";

/** Who reads the article and where; what is changed is so at once. */
export function PlaceFields({ article }: { article: Article }) {
  const texts = useTexts();
  const cache = useQueryClient();
  const placing = useMutation({
    mutationFn: (place: ArticlePlace) => request<Article>("PUT", `/api/articles/${article.id}`, place),
    onSuccess: (placed) => {
      cache.setQueryData(queries.article(article.id).queryKey, placed);
      return cache.invalidateQueries({ queryKey: queries.articles.queryKey, exact: true });
    },
  });
  const place = placing.isPending ? placing.variables : { audience: article.audience, sites: article.sites };
  return (
    <>
      <NewPlace place={place} change={placing.mutate} />
      {placing.error !== null && (
        <p className={settings.failed} role="alert">
          {failureText(texts, placing.error, {})}
        </p>
      )}
    </>
  );
}

/** The same of an article that is not saved yet. */
export function NewPlace({ place, change }: { place: ArticlePlace; change: (place: ArticlePlace) => void }) {
  const { t } = useTexts();
  const sites = useQuery(queries.sites).data ?? [];
  return (
    <div className={style.place}>
      <div>
        <SegmentedControl
          aria-label={t("knowledge.audience")}
          value={place.audience}
          onChange={(value) => change({ ...place, audience: value as Audience })}
          data={[
            { value: "public", label: t("knowledge.public") },
            { value: "internal", label: t("knowledge.internal") },
          ]}
        />
        <p className={settings.faint}>{t(`knowledge.${place.audience}Hint`)}</p>
      </div>
      {sites.length > 1 && (
        <MultiSelect
          aria-label={t("knowledge.sites")}
          placeholder={place.sites.length === 0 ? t("knowledge.allSites") : ""}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={place.sites}
          onChange={(value) => change({ ...place, sites: value })}
          clearButtonProps={{ "aria-label": t("common.clear") }}
        />
      )}
    </div>
  );
}
