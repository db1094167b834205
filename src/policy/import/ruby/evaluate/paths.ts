import { type PathName, textValue, type Value } from "../value/value.ts"

/** What each object's readers give: another object, or a value that only Jets knows (DESIGN 5). */
const members: Readonly<Record<PathName, Readonly<Record<string, PathName | `#{${string}}`>>>> = {
  // The block of `configure` runs on the configuration itself, and a fragment may be a part of it.
  self: { config: "config", codebuild: "codebuild" },
  Jets: {
    bootstrap: "Jets.bootstrap",
    aws: "Jets.aws",
    project: "Jets.project",
    env: "#{Jets.env}",
  },
  "Jets.bootstrap": { config: "config" },
  "Jets.aws": { region: "#{Jets.aws.region}", account: "#{Jets.aws.account}" },
  "Jets.project": { namespace: "#{Jets.project.namespace}", name: "#{Jets.project.name}" },
  config: { codebuild: "codebuild" },
  codebuild: { iam: "iam" },
  iam: {},
}

export function pathValue(path: PathName): Value {
  return { type: "path", path, doubts: [] }
}

/** What a reader of an object gives; undefined: nothing that is known. */
export function memberOf(path: PathName, name: string): Value | undefined {
  const found = Object.hasOwn(members[path], name) ? members[path][name] : undefined
  if (found === undefined) return undefined
  return isPath(found) ? pathValue(found) : textValue(found)
}

function isPath(name: string): name is PathName {
  return Object.hasOwn(members, name)
}
