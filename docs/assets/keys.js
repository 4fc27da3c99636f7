// Keys that do what a reader expects, and no more.
{
  const search = document.getElementById("__search")
  const input = document.querySelector(".md-search__input")
  const menu = document.querySelector(".menu")
  let before

  addEventListener("focusin", ({ target }) => {
    if (!target.closest(".md-search")) before = target
  })

  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select")
    // Material opens search with f, s and /: letters that those who speak to their device or type by touch press unawares
    // (WCAG 2.1.4).
    if (event.key.length === 1 && !writing && !search.checked) event.stopImmediatePropagation()
    if (event.key !== "Escape") return
    if (search.checked || event.target === input) setTimeout(() => before?.focus({ preventScroll: true }))
    if (menu.open) {
      menu.open = false
      menu.querySelector("summary").focus()
    }
  }, true)
}
