const form =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|([+-])(\d\d):?(\d\d)))?)?)?$/

/** Whether a text is an ISO 8601 date, or one with a time and its zone, that the calendar has: no epoch time. */
export function isDate(text: string): boolean {
  return form.test(text) && parseDate(text) !== undefined
}

/**
 * The moment that a date stands for, in seconds since 1970: one of W3C's ISO 8601 formats (`2030`, `2030-01-31`,
 * `2030-01-31T12:00:00Z`) or epoch time; four digits are a year (IAM User Guide, "Date condition operators").
 * undefined where the text is none or the calendar has no such day.
 */
export function parseDate(text: string): number | undefined {
  const match = form.exec(text)
  if (!match) return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined
  const [, year, month = "01", day = "01", hour = "0", minute = "0", second = "0", sign] = match
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const [, , , , , , , , zoneHour = "0", zoneMinute = "0"] = match
  const isDay = midnight.getUTCDate() === Number(day) && Number(month) <= 12
  const isTime = [hour, zoneHour].every((one) => Number(one) < 24)
  const isShort = [minute, second, zoneMinute].every((one) => Number(one) < 60)
  if (!isDay || !isTime || !isShort) return undefined
  const east = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60 * (sign === "-" ? -1 : 1)
  return (
    midnight.getTime() / 1000 + (Number(hour) * 60 + Number(minute)) * 60 + Number(second) - east
  )
}
