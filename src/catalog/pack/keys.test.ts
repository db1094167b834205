import fc from "fast-check"
import { expect, it } from "vitest"
import { packKeysAndArns, unpackKeysAndArns } from "./keys.ts"

const word = fc.stringMatching(/^[a-z]{1,6}$/)
const form = (service: string) =>
  fc.oneof(
    word.map((rest) => `arn:\${Partition}:${service}:${rest}`),
    word.map((rest) => `arn:aws:${service}:${rest}`),
  )

it("ARN forms and keys of no service come back as they were, through JSON", () => {
  const arnForms = fc
    .uniqueArray(word)
    .chain((services) =>
      fc.tuple(
        ...services.map((service) => fc.tuple(fc.constant(service), fc.uniqueArray(form(service)))),
      ),
    )
  const keys = fc.uniqueArray(fc.record({ key: fc.string(), type: word }), {
    selector: ({ key }) => key.toLowerCase(),
  })
  fc.assert(
    fc.property(arnForms, keys, fc.uniqueArray(word), (arnForms, keys, prefixes) => {
      const parts = {
        arnForms: new Map(arnForms),
        globalKeys: new Map(keys.map((key) => [key.key.toLowerCase(), key])),
        otherKeyPrefixes: new Set(prefixes),
      }
      expect(unpackKeysAndArns(JSON.parse(JSON.stringify(packKeysAndArns(parts))))).toEqual(parts)
    }),
  )
})
