import { Button } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import style from "./Answers.module.css";
import { variables } from "./variables";

/** Puts a variable where the cursor is. */
export function VariableButtons({ insert }: { insert: (words: string) => void }) {
  const { t } = useTexts();
  return (
    <fieldset className={style.variables} aria-label={t("answers.insertVariable")}>
      {variables.map((name) => (
        <Button key={name} size="compact-xs" variant="default" onClick={() => insert(`{${name}}`)} title={`{${name}}`}>
          {t(`variable.${name}`)}
        </Button>
      ))}
    </fieldset>
  );
}
