import { useEffect, useId, useState } from "react"
import { useCommand, usePage } from "../commands/context.tsx"
import type { Shared } from "../link/link.ts"
import { isOutputFormat, summarizeDraft } from "../policy/index.ts"
import { useAsked, useEditor, useEditorState, useIsStale } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"
import { Dialog } from "../ui/Dialog.tsx"
import { useLazyPart } from "../ui/lazy.ts"
import { Warning } from "../ui/Warning.tsx"
import { addressOf } from "./addressOf.ts"
import { linkPart } from "./linkPart.ts"
import styles from "./share.module.css"

/** Chats and mail programs cut longer addresses. */
const safeLength = 2_000

/** A link that holds the whole state. */
export function ShareDialog() {
  return (
    <Dialog asked={useAsked("share")} title="Share" wide>
      {() => <ShareLink />}
    </Dialog>
  )
}

function ShareLink() {
  const stale = useIsStale()
  const draft = useEditorState((state) => state.draft)
  const base = useEditorState((state) => state.base)
  const scope = useEditorState((state) => state.scope)
  const tab = useEditorState((state) => state.outputTab)
  const [review, setReview] = useState(base !== undefined)
  const part = useLazyPart(linkPart)
  useEffect(linkPart.warm, [])
  if (!part) return <p>Making the link ...</p>

  const shared: Shared = {
    ...draft,
    scope,
    ...(isOutputFormat(tab) && { format: tab }),
    ...(review && base && { base }),
  }
  const payload = part.encodeLink(shared)
  return (
    <div className={styles.share}>
      {stale && (
        <Warning>The JSON isn't valid now. The link holds the last valid settings.</Warning>
      )}
      {base && (
        <label>
          <input
            type="checkbox"
            checked={review}
            onChange={(event) => setReview(event.target.checked)}
          />
          <span>
            As a review: show what changed since the base ({summarizeDraft(base)}), and only the
            problems that are new.
          </span>
        </label>
      )}
      {payload === undefined ? (
        <TooLarge />
      ) : (
        <Link url={addressOf(payload)} accounts={accountsIn(shared)} />
      )}
    </div>
  )
}

function Link({ url, accounts }: { url: string; accounts: readonly string[] }) {
  const { actions } = useEditor()
  const page = usePage()
  const [copied, setCopied] = useState<string>()
  const noteId = useId()
  const copy = async () => {
    if (await page.copy(url)) {
      setCopied(url)
      actions.announce("Copied the preview link")
    } else actions.notify("Your browser doesn't let the page copy. Select the link and copy it.")
  }
  return (
    <>
      <div className={styles.link}>
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog puts the focus on what it is for
          autoFocus
          readOnly
          aria-label="Preview link"
          aria-describedby={noteId}
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          look="primary"
          icon={copied === url ? "check" : "copy"}
          aria-label="Copy preview link"
          onClick={copy}
        >
          Copy
        </Button>
      </div>
      <div id={noteId} className={styles.linkNotes}>
        <p>
          {url.length.toLocaleString("en")} characters. Whoever opens it sees these settings, read
          only, and can take them into an editor of their own.
        </p>
        {url.length > safeLength && (
          <Warning>
            Some chats and mail programs cut links over {safeLength.toLocaleString("en")}{" "}
            characters. Put it in a document, or send the settings file.
          </Warning>
        )}
        {accounts.length > 0 && (
          <Warning>
            It holds {accounts.length === 1 ? "the account id" : "the account ids"}{" "}
            {accounts.slice(0, 3).join(", ")}
            {accounts.length > 3 && ` and ${accounts.length - 3} more`}.
          </Warning>
        )}
        <p>
          The settings are in the link itself, not on a server: a link that was sent can't be taken
          back or changed.
        </p>
      </div>
    </>
  )
}

function TooLarge() {
  const settings = useCommand("downloadSettings")
  return (
    <div className={styles.linkNotes}>
      <Warning>
        These settings are too large for a link, which holds at most 64 KiB. Send the settings file
        instead: Import reads it back.
      </Warning>
      <Button look="line" onClick={settings.run}>
        {settings.label}
      </Button>
    </div>
  )
}

/** Each account id in the settings once: twelve digits that stand alone. */
function accountsIn(shared: Shared): readonly string[] {
  const found = JSON.stringify([shared.config, shared.base?.config]).match(/(?<!\d)\d{12}(?!\d)/g)
  return [...new Set(found)]
}
