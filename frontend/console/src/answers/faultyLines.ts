import type { PlainKey } from "../i18n/keys";
import type { Texts } from "../i18n/texts";
import type { FieldErrors } from "../parts/fieldErrors";

const columns: Readonly<Record<string, PlainKey>> = {
  folder: "answers.folder",
  title: "answers.title",
  text: "answers.text",
  language: "answers.language",
  department: "answers.department",
};

/** What is wrong in a file: fields come as `12.text`, or `file` for all of it. */
export function faultyLines(errors: FieldErrors, { t }: Texts): string[] {
  return Object.entries(errors).map(([field, what = ""]) => {
    const [line, column] = field.split(".");
    if (column === undefined || line === undefined) return what;
    const name = columns[column];
    return name === undefined ? t("file.line", { line, what }) : t("file.cell", { line, column: t(name), what });
  });
}
