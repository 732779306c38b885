import type { TextDocument } from "@beseda/client";
import type { Conversation } from "@beseda/protocol";
import { ActionIcon, Tooltip } from "@mantine/core";
import { BookOpen } from "lucide-react";
import { lazy, Suspense } from "react";
import { articles } from "../actions/conversationActions";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";

const ArticleSearch = lazy(() => import("./ArticleSearch").then((file) => ({ default: file.ArticleSearch })));

/** Opens the search in the knowledge base over the field. */
export function ArticlesButton({ open, toggle }: { open: boolean; toggle: () => void }) {
  const { t } = useTexts();
  const hint = (
    <>
      {t("action.articles")} <Keys of={articles.keys} />
    </>
  );
  return (
    <Tooltip label={hint}>
      <ActionIcon
        size={30}
        variant={open ? "light" : "subtle"}
        color={open ? "accent" : "gray"}
        aria-label={t("action.articles")}
        aria-expanded={open}
        onClick={toggle}
      >
        <BookOpen size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

interface Props {
  conversation: Conversation;
  insert: (what: TextDocument | string) => void;
  close: () => void;
}

/** The search itself, fetched when it is opened first. */
export function ArticlesBeside(props: Props) {
  return (
    <Suspense fallback={null}>
      <ArticleSearch {...props} />
    </Suspense>
  );
}
