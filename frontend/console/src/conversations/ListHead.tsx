import { CloseButton, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useRef } from "react";
import { ActionButton } from "../actions/ActionButton";
import { takeNext } from "../actions/conversationActions";
import { useTexts } from "../i18n/texts";
import { useSignal } from "../shell/signals";
import style from "./List.module.css";

interface Props {
  query: string;
  setQuery: (query: string) => void;
  /** Gives the keyboard back to the list. */
  leave: () => void;
}

export function ListHead({ query, setQuery, leave }: Props) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  useSignal("search", () => input.current?.focus());
  return (
    <header className={style.head}>
      <div className={style.titleRow}>
        <h2 className={style.title}>{t("shell.conversations")}</h2>
        <ActionButton action={takeNext} size="compact-sm" variant="light" />
      </div>
      <TextInput
        ref={input}
        size="xs"
        type="search"
        variant="filled"
        classNames={{ input: style.search ?? "" }}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setQuery("");
          if (event.key === "Escape" || event.key === "ArrowDown" || event.key === "Enter") leave();
        }}
        placeholder={t("list.search")}
        aria-label={t("list.search")}
        leftSection={<Search size={15} aria-hidden />}
        rightSection={
          query !== "" && <CloseButton size="xs" aria-label={t("common.clear")} onClick={() => setQuery("")} />
        }
      />
    </header>
  );
}
