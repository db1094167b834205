import { useEditor } from "../store/context.tsx"
import type { AcceptedDiagnostic } from "../store/derived.ts"
import { Button } from "../ui/Button.tsx"
import styles from "./accepted.module.css"
import { PlaceLink } from "./ProblemRow.tsx"
import { Row } from "./Row.tsx"

/** The findings that the person accepts, folded. */
export function AcceptedList({ accepted }: { accepted: readonly AcceptedDiagnostic[] }) {
  const { actions } = useEditor()
  return (
    <details className={styles.accepted}>
      <summary>
        Accepted <span className={styles.count}>{accepted.length}</span>
      </summary>
      <ul>
        {accepted.map(({ diagnostic, identity, reason }) => (
          <Row
            key={identity}
            severity={diagnostic.severity}
            message={diagnostic.message}
            at={diagnostic.at}
            below={
              <p className={styles.reason}>
                {reason === "" ? "Accepted without a reason." : `Accepted: ${reason}`}
              </p>
            }
          >
            {(messageId) => (
              <>
                <Button
                  look="link"
                  aria-describedby={messageId}
                  onClick={() => actions.stopAccepting(identity)}
                >
                  Don't accept
                </Button>
                <PlaceLink diagnostic={diagnostic} describedBy={messageId} />
              </>
            )}
          </Row>
        ))}
      </ul>
    </details>
  )
}
