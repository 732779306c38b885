import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { request } from "../rest/request";
import style from "./SecondFactor.module.css";

/** For a colleague whose telephone is lost. */
export function ResetSecondFactor({ path, done }: { path: string; done: () => Promise<unknown> }) {
  const texts = useTexts();
  const { t } = texts;
  const reset = useMutation({ mutationFn: () => request("DELETE", path), onSuccess: done });
  return (
    <div className={style.block}>
      <p className={style.hint}>{t("secondFactor.resetHint")}</p>
      <div>
        <Button variant="default" color="red" loading={reset.isPending} onClick={() => reset.mutate()}>
          {t("secondFactor.reset")}
        </Button>
      </div>
      {reset.error !== null && (
        <p className={style.failed} role="alert">
          {failureText(texts, reset.error, {})}
        </p>
      )}
    </div>
  );
}
