import { applyAccent } from "@beseda/ui/contrast";
import { SegmentedControl, useComputedColorScheme } from "@mantine/core";
import { MessageCircle, SendHorizontal, X } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { type Language, languages, useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import type { SiteDraft } from "../rest/types";
import { useSession } from "../shell/session";
import style from "./WidgetPreview.module.css";

type Look = Pick<SiteDraft, "accent" | "corner" | "greeting" | "locale" | "name" | "words">;

/** The window as visitors of the site will see it, with the same colours, drawn small; it changes while one types. */
export function WidgetPreview({ site }: { site: Look }) {
  const { t, language: mine } = useTexts();
  const scheme = useComputedColorScheme("light");
  const [theme, setTheme] = useState<"light" | "dark">(scheme);
  const [chosen, setChosen] = useState<Language>(site.locale === "auto" ? mine : site.locale);
  const language = site.locale === "auto" ? chosen : site.locale;
  return (
    <div>
      <Stage site={site} theme={theme} language={language} />
      <div className={style.controls}>
        <SegmentedControl
          size="xs"
          aria-label={t("me.theme")}
          value={theme}
          onChange={(value) => setTheme(value === "dark" ? "dark" : "light")}
          data={[
            { value: "light", label: t("theme.light") },
            { value: "dark", label: t("theme.dark") },
          ]}
        />
        {site.locale === "auto" && (
          <SegmentedControl
            size="xs"
            aria-label={t("me.language")}
            value={chosen}
            onChange={(value) => setChosen(value as Language)}
            data={languages.map((each) => ({ value: each, label: each.toUpperCase() }))}
          />
        )}
      </div>
    </div>
  );
}

function Stage({ site, theme, language }: { site: Look; theme: "light" | "dark"; language: Language }) {
  const { t } = useTexts();
  const { operator } = useSession();
  const stage = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (stage.current !== null && /^#[\da-f]{6}$/i.test(site.accent)) applyAccent(stage.current, site.accent);
  }, [site.accent]);
  const words = site.words?.[language];
  const greeting = site.greeting[language].trim() || t(`sites.standardGreeting.${language}`);
  return (
    <div
      ref={stage}
      className={style.stage}
      data-theme={theme}
      data-corner={site.corner}
      role="img"
      aria-label={t("sites.preview")}
    >
      <div className={style.page} aria-hidden>
        <i />
        <i />
        <i />
      </div>
      <div className={style.window} aria-hidden>
        <div className={style.header}>
          <Avatar id={operator.id} name={operator.name} photo={operator.photo} size={32} dot="online" />
          <span className={style.who}>
            <b>{operator.name}</b>
            <small>{operator.title || words?.title || site.name}</small>
          </span>
          <X size={16} />
        </div>
        <div className={style.body}>
          <span className={style.theirs}>{greeting}</span>
          <span className={style.mine}>{t(`sites.previewQuestion.${language}`)}</span>
        </div>
        <div className={style.composer}>
          <span>{words?.placeholder || t(`sites.own.placeholder.${language}`)}</span>
          <SendHorizontal size={14} />
        </div>
      </div>
      <div className={style.launcher} aria-hidden>
        <MessageCircle size={20} />
      </div>
    </div>
  );
}
