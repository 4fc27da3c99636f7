// The button that changes between day and night, and remembers it: all that this site keeps in a reader's browser.
{
  const button = document.querySelector(".change-scheme")
  const show = () => button.setAttribute("aria-pressed", document.body.dataset.mdColorScheme === "slate")
  button.addEventListener("click", () => {
    const scheme = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate"
    document.body.dataset.mdColorScheme = scheme
    try {
      localStorage.setItem("called-to-account.scheme", scheme)
    } catch {
      // A browser that keeps nothing still changes this page.
    }
    show()
  })
  show()
}
