import { applyAccent } from "@beseda/ui/contrast";
import { SegmentedControl } from "@mantine/core";
import { X } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { type Language, languages, useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import type { InvitationRule, Site } from "../rest/types";
import preview from "../settings/WidgetPreview.module.css";
import { useSession } from "../shell/session";
import style from "./Outreach.module.css";

/** The card as visitors will see it, with the reader's own face. */
export function InvitationPreview({ site, rule }: { site: Site; rule: InvitationRule }) {
  const { t, language: mine } = useTexts();
  const { operator } = useSession();
  const [chosen, setChosen] = useState<Language>(mine);
  const language = site.locale === "auto" ? chosen : site.locale;
  const stage = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (stage.current !== null) applyAccent(stage.current, site.accent);
  }, [site.accent]);
  const text = (rule.text[language]?.trim() || t(`outreach.standardText.${language}`))
    .replaceAll("{visitor}", t("outreach.sampleVisitor"))
    .replaceAll("{operator}", operator.name)
    .replaceAll("{page}", t("outreach.samplePage"))
    .replaceAll("{city}", t("outreach.sampleCity"));
  return (
    <div>
      <div
        ref={stage}
        className={preview.stage}
        data-corner={site.corner}
        role="img"
        aria-label={t("outreach.preview")}
      >
        <div className={preview.page} aria-hidden>
          <i />
          <i />
          <i />
        </div>
        <div className={style.card} aria-hidden>
          <div className={style.cardHead}>
            <Avatar id={operator.id} name={operator.name} photo={operator.photo} size={40} />
            <span>
              <b>{operator.name}</b>
              <small>{operator.title}</small>
            </span>
            <X size={16} />
          </div>
          <p className={style.cardText}>{text}</p>
          <div className={style.cardButtons}>
            <span>{t(`outreach.write.${language}`)}</span>
            <span>{t(`outreach.no.${language}`)}</span>
          </div>
        </div>
        <div className={preview.launcher} aria-hidden>
          <Avatar id={operator.id} name={operator.name} photo={operator.photo} size={44} />
        </div>
      </div>
      {site.locale === "auto" && (
        <div className={preview.controls}>
          <SegmentedControl
            size="xs"
            aria-label={t("me.language")}
            value={chosen}
            onChange={(value) => setChosen(value as Language)}
            data={languages.map((each) => ({ value: each, label: each.toUpperCase() }))}
          />
        </div>
      )}
    </div>
  );
}
