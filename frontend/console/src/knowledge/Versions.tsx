import { Badge, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Said } from "../parts/Said";
import type { ArticleHead, ArticleVersion } from "../rest/articles";
import { queries } from "../rest/queries";
import { Loaded } from "../settings/Loaded";
import { serverNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import style from "./Knowledge.module.css";

interface Props {
  article: string;
  head: ArticleHead;
  restore: (version: ArticleVersion) => void;
}

/** What was saved before: who and when, the text of it, and the way back; read when somebody looks. */
export function Versions({ article, head, restore }: Props) {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  const versions = useQuery({ ...queries.articleVersions(article, head.language), enabled: shown });
  return (
    <details className={style.versions} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <ChevronDown size={14} aria-hidden />
        {t("knowledge.versions")}
      </summary>
      {shown && (
        <Loaded of={versions}>
          {(all) => (
            <ul className={style.versionList}>
              {all.map((version) => (
                <Version key={version.number} version={version} head={head} restore={restore} />
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </details>
  );
}

function Version({
  version,
  head,
  restore,
}: {
  version: ArticleVersion;
  head: ArticleHead;
  restore: Props["restore"];
}) {
  const { t, format } = useTexts();
  const author = useConsole((state) => (version.author === null ? undefined : state.operators[version.author]));
  const name = version.author === null ? t("knowledge.program") : (author?.name ?? t("person.unknown"));
  return (
    <li>
      <details className={style.version}>
        <summary>
          <ChevronDown size={14} aria-hidden />
          <b>{t("knowledge.version", { number: version.number })}</b>
          <span className={style.quiet}>
            {t("knowledge.versionBy", { name, when: format.dayAndTime(version.at, serverNow()) })}
          </span>
          {version.number === head.published && (
            <Badge size="xs" variant="light" color="green">
              {t("knowledge.shown")}
            </Badge>
          )}
        </summary>
        <div className={style.old}>
          <h4>{version.title}</h4>
          <Said text="" document={version.document} />
          <Button size="xs" variant="default" onClick={() => restore(version)}>
            {t("knowledge.restore")}
          </Button>
        </div>
      </details>
    </li>
  );
}
