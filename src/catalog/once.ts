/**
 * `load`, but only once for each key (or once, if it takes none): later calls get the same promise. What was
 * rejected is forgotten, so that the next call tries again.
 */
export function once<Key extends readonly [] | readonly [string], T>(
  load: (...key: Key) => Promise<T>,
): (...key: Key) => Promise<T> {
  const begun = new Map<string | undefined, Promise<T>>()
  return (...key) => {
    const earlier = begun.get(key[0])
    if (earlier) return earlier
    const loading = load(...key)
    begun.set(key[0], loading)
    loading.catch(() => begun.delete(key[0]))
    return loading
  }
}
