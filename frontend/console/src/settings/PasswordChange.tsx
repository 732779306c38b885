import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { type FormEvent, useState } from "react";
import { PasswordField } from "../entry/PasswordField";
import { useTexts } from "../i18n/texts";
import { fieldErrors, generalError } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { queries } from "../rest/queries";
import { request } from "../rest/request";
import style from "./Settings.module.css";

const empty = { current: "", next: "" };

/** A new password ends my other sign-ins. */
export function PasswordChange() {
  const texts = useTexts();
  const { t } = texts;
  const cache = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const save = useMutation({
    mutationFn: () => request("PUT", "/api/me/password", typed),
    onSuccess: () => {
      setTyped(empty);
      return cache.invalidateQueries({ queryKey: queries.sessions.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const errors = fieldErrors(save.error === null ? null : asProblem(save.error), texts);
  const general = generalError(save.error, errors, ["current", "next"], texts);
  return (
    <form className={style.form} onSubmit={submit}>
      <div className={style.pair}>
        <PasswordInput
          label={t("password.current")}
          name="current-password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={typed.current}
          error={errors.current}
          onChange={(event) => setTyped({ ...typed, current: event.currentTarget.value })}
          visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
        />
        <PasswordField
          label={t("password.next")}
          value={typed.next}
          error={errors.next}
          change={(next) => setTyped({ ...typed, next })}
        />
      </div>
      <div className={style.photo}>
        <Button
          type="submit"
          variant="default"
          loading={save.isPending}
          disabled={typed.current === "" || typed.next === ""}
        >
          {t("password.submit")}
        </Button>
        <span role="status">
          {save.isSuccess && typed.next === "" && (
            <span className={style.saved}>
              <Check size={16} aria-hidden />
              {t("password.changed")}
            </span>
          )}
        </span>
        {general !== null && (
          <span className={style.failed} role="alert">
            {general}
          </span>
        )}
      </div>
    </form>
  );
}
