/** Larger files aren't opened: what holds a role is far smaller. */
const most = 5_000_000

/** The text of a file, or why it isn't read. */
export async function readFile(
  file: File,
): Promise<{ text: string; problem?: undefined } | { text?: undefined; problem: string }> {
  if (file.size > most)
    return {
      problem: `${file.name} has ${(file.size / 1_000_000).toFixed(1)} MB; 5 MB is the most that is opened.`,
    }
  const text = await file.text().catch(() => undefined)
  if (text === undefined) return { problem: `${file.name} can't be read.` }
  if (text.includes("\0")) return { problem: `${file.name} isn't a text.` }
  return { text }
}
