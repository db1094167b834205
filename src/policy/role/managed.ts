import type { BaselineName, IamConfig, ManagedSetting } from "../config/config.ts"
import { managedItems, managedPolicyArn } from "../config/item.ts"
import type { Made } from "./statements.ts"

/** The ARNs of one list, duplicates within it dropped, each with its item's place. */
export function managedPolicyArns(
  config: IamConfig,
  setting: ManagedSetting,
  baseline: BaselineName,
): readonly Made<string>[] {
  return managedItems(config, setting, baseline).map(({ name, at }) => ({
    made: managedPolicyArn(name),
    from: at,
  }))
}
