import { Button, FileButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ImageUp } from "lucide-react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { Avatar } from "../parts/Avatar";
import { fieldErrors } from "../parts/fieldErrors";
import { asProblem } from "../rest/problem";
import { request } from "../rest/request";
import { portrait } from "./portrait";
import style from "./Settings.module.css";

interface Props {
  person: { id: string; name: string; photo: string | null };
  /** Where the picture is put and deleted. */
  path: string;
  changed: () => Promise<unknown>;
}

/** The face visitors see. Any picture will do: it is cut square and made small before it is sent. */
export function PhotoField({ person, path, changed }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const save = useMutation({
    mutationFn: async (file: File | null) => {
      if (file === null) await request("DELETE", path);
      else await request("PUT", path, await portrait(file));
      await changed();
    },
  });
  const problem = save.error === null ? null : asProblem(save.error);
  const wrong = problem === null ? null : (fieldErrors(problem, texts).photo ?? failureText(texts, problem, {}));
  return (
    <div className={style.photo}>
      <Avatar id={person.id} name={person.name} photo={person.photo} size={72} />
      <div>
        <div className={style.photoActions}>
          <FileButton accept="image/*" onChange={(file) => file !== null && save.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={save.isPending}
                leftSection={<ImageUp size={16} aria-hidden />}
              >
                {t(person.photo === null ? "photo.add" : "photo.change")}
              </Button>
            )}
          </FileButton>
          {person.photo !== null && (
            <Button variant="subtle" color="gray" onClick={() => save.mutate(null)}>
              {t("photo.remove")}
            </Button>
          )}
        </div>
        <p className={wrong === null ? style.faint : style.failed} role={wrong === null ? undefined : "alert"}>
          {wrong ?? t("photo.hint")}
        </p>
      </div>
    </div>
  );
}
