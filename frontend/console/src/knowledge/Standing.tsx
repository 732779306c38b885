import { ActionIcon, Badge, Button, Menu } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { EllipsisVertical, ExternalLink } from "lucide-react";
import { useState } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import type { Article, ArticleHead } from "../rest/articles";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import settings from "../settings/Settings.module.css";
import { navigate } from "../shell/route";
import style from "./Knowledge.module.css";
import { standing } from "./tree";

const colours = { draft: "gray", published: "green", changed: "yellow" } as const;

/** How the article stands in this language: what readers see, where, whether it helped; and the way to take it away. */
export function Standing({ article, head }: { article: Article; head: ArticleHead }) {
  const { t } = useTexts();
  const now = standing(head);
  return (
    <div className={style.standing}>
      <Badge variant="light" color={colours[now]}>
        {t(`knowledge.${now}`)}
      </Badge>
      {head.helpful + head.unhelpful > 0 && (
        <span className={style.quiet}>{t("knowledge.helped", { yes: head.helpful, no: head.unhelpful })}</span>
      )}
      <span className={style.space} />
      <PublicLink article={article} head={head} />
      <Takeaway article={article} head={head} />
    </div>
  );
}

/** The way to what visitors read, where they read it. */
export function PublicLink({ article, head }: { article: Article; head: ArticleHead }) {
  const { t } = useTexts();
  const link = usePublicLink(article, head);
  if (link === null) return null;
  return (
    <Button
      component="a"
      href={link}
      target="_blank"
      rel="noreferrer"
      size="xs"
      variant="subtle"
      rightSection={<ExternalLink size={14} aria-hidden />}
    >
      {t("knowledge.open")}
    </Button>
  );
}

/** Where visitors of the first site that has it read it. */
function usePublicLink(article: Article, head: ArticleHead): string | null {
  const sites = useQuery(queries.sites).data ?? [];
  const site = sites.find(
    ({ id, disabled }) => !disabled && (article.sites.length === 0 || article.sites.includes(id)),
  );
  if (site === undefined || article.audience !== "public" || head.published === null) return null;
  return `/help/${site.key}/${head.language}/${article.id}`;
}

type Act = "withdraw" | "language" | "article";

/** Taking away asks once more, in place. */
function Takeaway({ article, head }: { article: Article; head: ArticleHead }) {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const [sure, setSure] = useState<Act | null>(null);
  const path = `/api/articles/${article.id}`;
  const acting = useMutation({
    mutationFn: (act: Act) => {
      if (act === "withdraw") {
        return request<Article>("PUT", `${path}/${head.language}/published`, { published: false });
      }
      return request<Article | undefined>("DELETE", act === "language" ? `${path}/${head.language}` : path);
    },
    onSuccess: async (left) => {
      if (left) cache.setQueryData(queries.article(article.id).queryKey, left);
      await cache.invalidateQueries({ queryKey: queries.articles.queryKey, exact: true });
      if (!left) navigate({ page: "knowledge", article: null });
    },
  });
  const item = (act: Act, label: string) => (
    <Menu.Item
      {...(act === "withdraw" ? {} : { color: "red" })}
      closeMenuOnClick={act === "withdraw" || sure === act}
      onClick={() => (act === "withdraw" || sure === act ? acting.mutate(act) : setSure(act))}
    >
      {sure === act ? t("knowledge.removeSure") : label}
    </Menu.Item>
  );
  return (
    <>
      {acting.error !== null && (
        <span className={settings.failed} role="alert">
          {failureText(texts, acting.error, {})}
        </span>
      )}
      <Menu position="bottom-end" onClose={() => setSure(null)}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={t("knowledge.more")}>
            <EllipsisVertical size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {head.published !== null && item("withdraw", t("knowledge.withdraw"))}
          {article.texts.length > 1 && item("language", t("knowledge.removeLanguage"))}
          {item("article", t("knowledge.remove"))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
