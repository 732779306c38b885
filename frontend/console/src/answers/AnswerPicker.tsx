import { Badge, Button } from "@mantine/core";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { PickerOption } from "../parts/PickerOption";
import { Said } from "../parts/Said";
import { follow, pathOf, type Route } from "../shell/route";
import style from "./AnswerPicker.module.css";
import { FileMark, FileStrip } from "./FileStrip";
import { fillAnswer } from "./filled";
import type { Found } from "./find";
import type { Picker } from "./useAnswerPicker";
import { fill } from "./variables";

/** What the field says of the list while it is open. */
export function pickerAttributes({ open, active }: Picker) {
  if (!open) return {};
  return {
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": "ready-answers",
    "aria-activedescendant": active === null ? undefined : optionId(active),
  } as const;
}

/** Ready answers to choose from, over the field in which their slash was typed. */
export function AnswerPicker({ picker }: { picker: Picker }) {
  const { t } = useTexts();
  if (!picker.open) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the cursor in the field below.
    <div className={style.picker} onMouseDown={(event) => event.preventDefault()}>
      <p className={style.count} role="status">
        {picker.loading ? t("common.loading") : t("picker.found", { count: picker.found.length })}
      </p>
      {picker.found.length === 0 ? (
        <p className={style.nothing}>{t(emptyText(picker))}</p>
      ) : (
        <div className={style.columns}>
          <List picker={picker} />
          {picker.active !== null && <Preview found={picker.active} picker={picker} />}
        </div>
      )}
      <Foot />
    </div>
  );
}

function emptyText({ loading, failed, query }: Picker) {
  if (loading) return "common.loading";
  if (failed) return "picker.failed";
  return query === "" ? "picker.none" : "picker.nothing";
}

function List({ picker }: { picker: Picker }) {
  const { t } = useTexts();
  return (
    <div id="ready-answers" className={style.list} role="listbox" aria-label={t("settings.answers")}>
      {picker.found.map((found) => (
        <Option key={found.answer.id} found={found} picker={picker} />
      ))}
    </div>
  );
}

function Option({ found, picker }: { found: Found; picker: Picker }) {
  const { answer } = found;
  const selected = found.answer.id === picker.active?.answer.id;
  return (
    <PickerOption
      id={optionId(found)}
      selected={selected}
      className={style.option}
      point={() => picker.point(found)}
      pick={() => picker.pick(answer, false)}
    >
      <span className={style.title}>
        <Marked found={found} />
        {answer.language !== null && (
          <Badge component="span" className={style.language ?? ""} size="xs" variant="light" color="gray">
            {answer.language}
          </Badge>
        )}
        <FileMark files={answer.files} />
        {answer.folder !== "" && <span className={style.folder}>{answer.folder}</span>}
      </span>
      <span className={style.text}>{fill(answer.text, picker.values).text}</span>
    </PickerOption>
  );
}

function optionId({ answer }: Found): string {
  return `ready-answer-${answer.id}`;
}

/** The title with what was typed marked in it. */
function Marked({ found: { answer, marks } }: { found: Found }) {
  const edges = [0, ...marks, answer.title.length];
  return (
    <span className={style.name}>
      {edges.slice(1).map((end, at) => {
        const words = answer.title.slice(edges[at], end);
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one title have no other name.
        return at % 2 === 1 ? <mark key={at}>{words}</mark> : words;
      })}
    </span>
  );
}

function Preview({ found: { answer }, picker }: { found: Found; picker: Picker }) {
  const { t } = useTexts();
  const filled = fillAnswer(answer, picker.values);
  return (
    <div className={style.preview}>
      <div className={style.filled}>
        {filled.document === null ? filled.text : <Said text={filled.text} document={filled.document} />}
        <FileStrip files={answer.files} />
      </div>
      {filled.missing.length > 0 && (
        <p className={style.missing}>
          {t("picker.missing", { what: filled.missing.map((name) => t(`variable.${name}`)).join(", ") })}
        </p>
      )}
      <div className={style.buttons}>
        <Button size="xs" onClick={() => picker.pick(answer, false)}>
          {t("picker.insert")}
        </Button>
        <Button size="xs" variant="default" onClick={() => picker.pick(answer, true)}>
          {t("picker.send")}
        </Button>
      </div>
    </div>
  );
}

const settings: Route = { page: "settings", section: "answers", item: null };

function Foot() {
  const { t } = useTexts();
  return (
    <div className={style.foot}>
      <span className={style.keys}>
        <Keys of="ArrowUp+ArrowDown" />
        {t("picker.choose")}
        <Keys of="enter" />
        {t("picker.insert")}
        <Keys of="mod+enter" />
        {t("picker.send")}
      </span>
      <a href={pathOf(settings)} onClick={(event) => follow(event, settings)}>
        {t("picker.manage")}
      </a>
    </div>
  );
}
