import { notifications } from "@mantine/notifications";
import { type Action, type ActionContext, isAvailable } from "./action";
import { failureText } from "./refusals";

/** Does it, and says so when it did not work. */
export async function run(action: Action, context: ActionContext): Promise<void> {
  if (!isAvailable(action, context)) return;
  try {
    await action.perform(context);
  } catch (error) {
    const message = failureText(context.texts, error, context.client.getState().operators);
    notifications.show({ id: `action ${action.id}`, color: "red", message, autoClose: 6000 });
  }
}
