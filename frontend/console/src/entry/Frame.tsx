import { Loader, NativeSelect } from "@mantine/core";
import { Languages } from "lucide-react";
import type { ReactNode } from "react";
import { useSwitchLanguage } from "../i18n/LanguageProvider";
import { type Language, languages, useTexts } from "../i18n/texts";
import { Slowly } from "../parts/Slowly";
import style from "./Frame.module.css";
import { Mark } from "./Mark";

interface Props {
  title?: string;
  text?: string | undefined;
  wide?: boolean;
  waiting?: boolean;
  children?: ReactNode;
}

/** The page before the console: the name of the product, one card, and the language. */
export function Frame({ title, text, wide = false, waiting = false, children }: Props) {
  const { t, language } = useTexts();
  const switchLanguage = useSwitchLanguage();
  return (
    <div className={style.page}>
      <header className={style.top}>
        <span className={style.product}>
          <Mark />
          {t("shell.title")}
        </span>
        <NativeSelect
          size="xs"
          variant="unstyled"
          leftSection={<Languages size={15} aria-hidden />}
          aria-label={t("me.language")}
          value={language}
          onChange={(event) => switchLanguage(event.currentTarget.value as Language)}
          data={languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
        />
      </header>
      <main className={style.card} data-wide={wide || undefined}>
        {waiting && (
          <Slowly>
            <div className={style.waiting}>
              <Loader size="sm" aria-label={t("common.loading")} />
            </div>
          </Slowly>
        )}
        {title !== undefined && <h1 className={style.title}>{title}</h1>}
        {text !== undefined && <p className={style.text}>{text}</p>}
        {children}
      </main>
    </div>
  );
}
