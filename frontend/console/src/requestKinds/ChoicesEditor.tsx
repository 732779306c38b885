import { Button, Input, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { type Language, useTexts } from "../i18n/texts";
import type { Words } from "../rest/requests";
import { otherWords } from "./drafts";
import own from "./Kinds.module.css";
import { Step } from "./Step";

interface Props {
  choices: readonly Words[];
  language: Language;
  error: string | undefined;
  change: (choices: Words[]) => void;
}

/** As many as the server keeps, and no fewer than make a choice. */
const [least, most] = [2, 30];

/** What can be chosen, one under the other. */
export function ChoicesEditor({ choices, language, error, change }: Props) {
  const { t } = useTexts();
  return (
    <Input.Wrapper label={t("kinds.choices")} labelElement="div" error={error}>
      <div className={own.choices}>
        {choices.map((words, at) => {
          const label = t("kinds.choice", { number: `${at + 1}` });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a choice is named by its place; it has nothing else of its own.
            <div key={at} className={own.choice}>
              <TextInput
                aria-label={label}
                placeholder={otherWords(words, language) || label}
                maxLength={200}
                value={words[language] ?? ""}
                onChange={({ currentTarget: { value } }) =>
                  change(choices.map((each, index) => (index === at ? { ...each, [language]: value } : each)))
                }
              />
              <Step
                icon={Trash2}
                label={t("kinds.removeField", { name: words[language] || label })}
                disabled={choices.length <= least}
                act={() => change(choices.filter((_, index) => index !== at))}
              />
            </div>
          );
        })}
        {choices.length < most && (
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<Plus size={15} aria-hidden />}
              onClick={() => change([...choices, {}])}
            >
              {t("kinds.addChoice")}
            </Button>
          </div>
        )}
      </div>
    </Input.Wrapper>
  );
}
