/** The id of the element that menus and choices open in: inside the page's main part, above all else. */
export const popupsId = "popups"

export const popups = () => document.getElementById(popupsId)
