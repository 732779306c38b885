import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { follow, navigate, pathOf, type Route } from "../shell/route";
import { useSession } from "../shell/session";
import style from "./Settings.module.css";
import { findSections, type SectionId } from "./sections";

/** The sections I may see, found by typing a word of what is in them. */
export function SettingsList({ open }: { open: SectionId | null }) {
  const { t } = useTexts();
  const { role } = useSession().operator;
  const [query, setQuery] = useState("");
  const found = findSections(role, query, (key) => t(key));
  const [first] = found;
  return (
    <nav className={style.list} aria-label={t("shell.settings")}>
      <h2 className={style.listTitle}>{t("shell.settings")}</h2>
      <TextInput
        size="xs"
        type="search"
        variant="filled"
        classNames={{ input: style.search ?? "" }}
        leftSection={<Search size={15} aria-hidden />}
        placeholder={t("settings.search")}
        aria-label={t("settings.search")}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && first !== undefined)
            navigate({ page: "settings", section: first.id, item: null });
          if (event.key === "Escape") setQuery("");
        }}
      />
      {found.map(({ id, label, icon: Icon }) => {
        const route: Route = { page: "settings", section: id, item: null };
        return (
          <a
            key={id}
            href={pathOf(route)}
            className={style.link}
            aria-current={open === id ? "page" : undefined}
            onClick={(event) => follow(event, route)}
          >
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            {t(label)}
          </a>
        );
      })}
      {found.length === 0 && <p className={style.faint}>{t("common.nothingFound")}</p>}
    </nav>
  );
}
