import { Badge } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import type { ReadyAnswer } from "../rest/types";
import settings from "../settings/Settings.module.css";
import style from "./Answers.module.css";
import { FileMark } from "./FileStrip";
import { foldersOf } from "./folders";

interface Props {
  answers: readonly ReadyAnswer[];
  /** Null: they are only read. */
  open: ((answer: ReadyAnswer) => void) | null;
}

/** Answers under the names of their folders. */
export function AnswerList({ answers, open }: Props) {
  const { t, language } = useTexts();
  const folders = foldersOf(answers, language);
  return folders.map(({ name, answers: inside }) => (
    <section key={name} className={style.folder}>
      {(folders.length > 1 || name !== "") && (
        <h3 className={style.folderName}>{name === "" ? t("answers.noFolder") : name}</h3>
      )}
      <ul className={settings.rows}>
        {inside.map((answer) => (
          <li key={answer.id} className={style.item}>
            {open === null ? (
              <div className={settings.row}>
                <Row answer={answer} />
              </div>
            ) : (
              <button type="button" className={settings.row} onClick={() => open(answer)}>
                <Row answer={answer} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Row({ answer }: { answer: ReadyAnswer }) {
  const { t } = useTexts();
  const departments = useQuery(queries.departments).data ?? [];
  const department = departments.find(({ id }) => id === answer.department);
  return (
    <>
      <span className={settings.grow}>
        <p className={settings.name}>
          {answer.title}
          {answer.language !== null && (
            <Badge component="span" size="sm" variant="light" color="gray">
              {answer.language}
            </Badge>
          )}
          {department !== undefined && (
            <Badge component="span" size="sm" variant="light" color="accent" className={style.department ?? ""}>
              {department.name}
            </Badge>
          )}
          <FileMark files={answer.files} />
        </p>
        <p className={settings.faint}>{answer.text}</p>
      </span>
      <span className={`${settings.aside} ${settings.hideNarrow}`} title={t("answers.usedHint")}>
        {answer.used === 0 ? t("answers.neverUsed") : t("answers.used", { count: answer.used })}
      </span>
    </>
  );
}
