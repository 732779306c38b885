import { Alert, Button, TextInput } from "@mantine/core";
import { CircleCheck, Send, TriangleAlert } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { Block } from "../settings/Page";
import settings from "../settings/Settings.module.css";
import style from "./Mail.module.css";
import { Said } from "./Said";
import type { Test } from "./useTest";

interface Props {
  test: Test;
  /** There is something to be saved. */
  dirty: boolean;
  /** There is a server to try. */
  ready: boolean;
}

/** Tries what is in the form, saved or not, and explains what came of it. */
export function TestLetter({ test, dirty, ready }: Props) {
  const { t } = useTexts();
  const may = ready && !test.pending && test.to.trim() !== "";
  return (
    <Block title={t("mail.test")}>
      <div className={style.test}>
        <TextInput
          className={style.grow ?? ""}
          type="email"
          name="to"
          label={t("mail.testTo")}
          description={t("mail.testHint")}
          maxLength={254}
          value={test.to}
          error={test.errors.to}
          onChange={(event) => test.address(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (may) test.send();
          }}
        />
        <Button
          variant="default"
          leftSection={<Send size={16} aria-hidden />}
          loading={test.pending}
          disabled={!may}
          onClick={test.send}
        >
          {t("mail.testSend")}
        </Button>
      </div>
      <div role="status" className={style.busy}>
        {test.pending && <p className={settings.faint}>{t("mail.testBusy")}</p>}
      </div>
      <Outcome test={test} dirty={dirty} />
    </Block>
  );
}

function Outcome({ test: { outcome, general }, dirty }: Pick<Props, "test" | "dirty">) {
  const { t } = useTexts();
  if (general !== null) return <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={general} />;
  if (outcome === null) return null;
  const { tested, to } = outcome;
  if (!tested.sent) {
    return (
      <Alert color="red" icon={<TriangleAlert size={18} aria-hidden />} title={t("mail.testFailed")}>
        <Said code={tested.code} words={tested.words} />
      </Alert>
    );
  }
  return (
    <Alert color="green" icon={<CircleCheck size={18} aria-hidden />} title={t("mail.testSent")}>
      <p className={style.said}>{t("mail.testLook", { to })}</p>
      {dirty && <p className={style.said}>{t("mail.testSave")}</p>}
    </Alert>
  );
}
