import { Menu, ScrollArea, Tooltip } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { type ReactElement, type ReactNode, useState } from "react";
import { failureText } from "../actions/refusals";
import type { Draft } from "../conversations/drafts";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { translate } from "../rest/translation";
import { languageName } from "../visitor/languageName";
import type { DraftTranslation } from "./TranslateDraft";

const offered = "en ru uk de fr es it pt pl cs tr az kk uz ar he zh ja ko".split(" ");

interface Props extends DraftTranslation {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** What opens it; turns while a translation is waited for. */
  button: (busy: boolean) => ReactElement;
  hint: ReactNode;
}

/** The languages a draft may be put into, the visitor's first; afterwards also the way back. */
export function DraftMenu({ conversation, draft, write, fail, focus, open, setOpen, button, hint }: Props) {
  const texts = useTexts();
  const { t, language } = texts;
  const visitor = useQuery(queries.visitor(conversation.visitor.id)).data;
  const [before, remember] = useState<{ draft: Draft; translated: string } | null>(null);
  const asking = useMutation({
    mutationFn: ({ text, to }: { text: string; to: string }) => translate(text, to),
    onSuccess: ({ text }, asked) => {
      // Whoever went on writing wants that.
      if (draft.now().text !== asked.text) return;
      remember({ draft: draft.now(), translated: text });
      write(text);
      focus();
    },
    onError: (error) => fail(failureText(texts, error, {})),
  });
  const theirs = visitor?.language?.split("-")[0]?.toLowerCase();
  const others = offered.filter((each) => each !== theirs);
  const item = (to: string) => (
    <Menu.Item key={to} onClick={() => asking.mutate({ text: draft.now().text, to })}>
      {languageName(to, language)}
    </Menu.Item>
  );
  const nothing = draft.draft.text.trim() === "";
  return (
    <Menu
      opened={open && !asking.isPending}
      onChange={setOpen}
      returnFocus={false}
      position="top-start"
      withinPortal
      width={220}
    >
      <Tooltip label={hint} disabled={open}>
        <Menu.Target>{button(asking.isPending)}</Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        {nothing ? (
          <Menu.Label>{t("translation.nothing")}</Menu.Label>
        ) : (
          <ScrollArea.Autosize mah="min(340px, 50vh)" type="auto">
            {before !== null && before.translated === draft.draft.text && (
              <Menu.Item
                leftSection={<Undo2 size={15} aria-hidden />}
                onClick={() => write(before.draft.text, before.draft.document)}
              >
                {t("translation.back")}
              </Menu.Item>
            )}
            {theirs !== undefined && (
              <>
                <Menu.Label>{t("translation.visitors")}</Menu.Label>
                {item(theirs)}
              </>
            )}
            <Menu.Label>{t("translation.into")}</Menu.Label>
            {others.map(item)}
          </ScrollArea.Autosize>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
